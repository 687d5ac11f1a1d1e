package org.relunet.pipeline.message;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A name and bytes that travel beside a message.
 *
 * @param name may occur again in the same message
 * @param value may be {@code null}, as a broker allows
 */
public record MessageHeader(String name, byte[] value) implements Serializable {
  static MessageHeader of(String name, String value) {
    return new MessageHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  static MessageHeader of(String name, long value) {
    return of(name, Long.toString(value));
  }

  /** Bytes that it takes, not less than a broker counts: a character of a name has up to three. */
  long size() {
    return 10L + 3L * name.length() + (value == null ? 0 : value.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageHeader header
        && name.equals(header.name)
        && Arrays.equals(value, header.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return name + "=" + (value == null ? "null" : new String(value, StandardCharsets.UTF_8));
  }
}
