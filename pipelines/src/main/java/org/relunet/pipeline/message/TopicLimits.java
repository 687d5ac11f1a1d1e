package org.relunet.pipeline.message;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a topic takes. Brokers refuse a message beyond it, again whenever it is sent again.
 *
 * @param bytes most of a message
 * @param pastMillis how far behind the broker's clock a message's timestamp may be
 * @param futureMillis how far ahead of it
 * @param compacted whether the broker keeps the last message of each key: each needs a key then
 */
public record TopicLimits(long bytes, long pastMillis, long futureMillis, boolean compacted)
    implements Serializable {
  /** Where the timestamp could not be kept: the one that the message came with. */
  public static final String ORIGINAL_TIMESTAMP = "relunet.original.timestamp";

  /** The brokers' clocks differ from ours, and a message is on its way for some time. */
  private static final long MARGIN_MILLIS = 60_000;

  /** A topic that limits nothing but the size. */
  public static TopicLimits ofBytes(long bytes) {
    return new TopicLimits(bytes, Long.MAX_VALUE, Long.MAX_VALUE, false);
  }

  /** The same, and no message larger than this. */
  public TopicLimits atMost(long other) {
    return new TopicLimits(Math.min(bytes, other), pastMillis, futureMillis, compacted);
  }

  boolean fits(OutputMessage message) {
    return message.size() <= bytes;
  }

  /**
   * The message, with the time of writing in place of a timestamp that the topic does not take; a
   * header then tells the one it had.
   */
  public OutputMessage inTime(OutputMessage message, long nowMillis) {
    long timestamp = message.timestampMillis();
    if (timestamp < 0
        || within(nowMillis - timestamp, pastMillis)
            && within(timestamp - nowMillis, futureMillis)) {
      return message;
    }
    List<MessageHeader> headers = new ArrayList<>(message.headers());
    headers.add(MessageHeader.of(ORIGINAL_TIMESTAMP, timestamp));
    return new OutputMessage(message.topic(), -1, message.key(), message.value(), headers);
  }

  private static boolean within(long distance, long limit) {
    return limit == Long.MAX_VALUE || distance <= limit - Math.min(MARGIN_MILLIS, limit / 2);
  }
}
