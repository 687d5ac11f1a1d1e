package org.relunet.pipeline.lag;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks the brokers for a group's lag. Not thread-safe, but for {@link #wakeUp}. */
final class LagProbe implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final LagTarget target;
  private final Clock clock = Clock.systemUTC();
  private final KafkaConsumer<byte[], byte[]> consumer;

  LagProbe(LagTarget target) {
    this.target = target;
    this.consumer =
        new KafkaConsumer<>(
            // it never joins the group: it only asks
            target.connection().consumer(target.group(), "none"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time, or refuse
   */
  Lag ask() {
    Set<TopicPartition> partitions = new HashSet<>();
    for (String topic : target.topics()) {
      for (PartitionInfo partition : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, partition.partition()));
      }
    }
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> lags = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      long begin = begins.getOrDefault(partition, 0L);
      OffsetAndMetadata done = committed.get(partition);
      long next = done != null ? done.offset() : target.fromBeginning() ? begin : end;
      lags.put(partition, Math.max(0, end - Math.max(begin, next)));
    }
    return new Lag(lags, clock.instant().getEpochSecond());
  }

  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close(CLOSING);
  }
}
