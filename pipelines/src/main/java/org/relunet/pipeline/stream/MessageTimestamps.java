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
        message -> new Instant(Math.max(0, message.getTimestamp())), DISORDER, previousWatermark);
  }
}
