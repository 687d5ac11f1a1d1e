package org.relunet.pipeline.message;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message to be written.
 *
 * @param topic where to
 * @param timestampMillis its timestamp; negative for the time at which it is written
 * @param key may be {@code null}
 * @param value may be {@code null}
 * @param headers in order
 */
public record OutputMessage(
    String topic, long timestampMillis, byte[] key, byte[] value, List<MessageHeader> headers)
    implements Serializable {
  /** What a broker counts beside key, value and headers, and a little more. */
  private static final int OVERHEAD = 128;

  public OutputMessage {
    // a list that Java serialization knows how to write, whatever the caller gave
    headers = new ArrayList<>(headers);
  }

  /** Bytes that it takes, not less than a broker counts. */
  public long size() {
    long size = OVERHEAD + length(key) + length(value);
    for (MessageHeader header : headers) {
      size += header.size();
    }
    return size;
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputMessage message
        && topic.equals(message.topic)
        && timestampMillis == message.timestampMillis
        && Arrays.equals(key, message.key)
        && Arrays.equals(value, message.value)
        && headers.equals(message.headers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(
        new int[] {topic.hashCode(), Arrays.hashCode(key), Arrays.hashCode(value)});
  }
}
