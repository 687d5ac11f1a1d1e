package org.relunet.pipeline.stream;

import java.util.Optional;
import org.apache.beam.sdk.io.kafka.CustomTimestampPolicyWithLimitedDelay;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.io.kafka.TimestampPolicyFactory;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Messages keep their own timestamps in the pipeline. The watermark follows them, and the clock
 * where nothing waits to be read, so that a quiet partition holds up nothing.
 */
final class MessageTimestamps implements TimestampPolicyFactory<byte[], byte[]> {
  /** How far messages may be out of order without being late. */
  private static final Duration DISORDER = Duration.standardSeconds(10);

  @Override
  public TimestampPolicy<byte[], byte[]> createTimestampPolicy(
      TopicPartition partition, Optional<Instant> previousWatermark) {
    return new CustomTimestampPolicyWithLimitedDelay<>(
        message -> new Instant(between(message.getTimestamp(), System.currentTimeMillis())),
        DISORDER,
        previousWatermark);
  }

  /**
   * Whoever writes a message may give it any time, also one that Beam does not know; brokers take
   * it by default. In the pipeline no message comes from before 1970 or from the future.
   */
  private static long between(long timestamp, long now) {
    return Math.max(0, Math.min(timestamp, now));
  }
}
