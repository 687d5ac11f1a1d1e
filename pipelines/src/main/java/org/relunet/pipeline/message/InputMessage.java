package org.relunet.pipeline.message;

import java.util.List;

/**
 * A message as it was read. Arrays are shared with whoever read it, and not to be changed.
 *
 * @param position where it stands
 * @param timestampMillis when it was made or appended, as its topic says; negative where it says
 *     nothing
 * @param key may be {@code null}
 * @param value may be {@code null}: a tombstone
 * @param headers in order
 */
public record InputMessage(
    Position position,
    long timestampMillis,
    byte[] key,
    byte[] value,
    List<MessageHeader> headers) {
  public InputMessage {
    headers = List.copyOf(headers);
  }

  /** Bytes that it takes in memory, about. */
  public long bytes() {
    return size()
        + (key == null ? 0 : key.length)
        + headers.stream().mapToLong(MessageHeader::size).sum();
  }

  /** Bytes of its value, 0 where it has none. */
  public int size() {
    return value == null ? 0 : value.length;
  }
}
