package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.message.OutputMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answers to the messages of one source partition. */
final class PartitionProducer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionProducer.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final TopicPartition source;
  private final ConsumerGroupMetadata group;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Offset of the first message whose answers are not written yet. */
  private long next;

  private long nextAfterCommit;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  private PartitionProducer(
      TopicPartition source, String group, KafkaProducer<byte[], byte[]> producer, long next) {
    this.source = source;
    this.group = new ConsumerGroupMetadata(group);
    this.producer = producer;
    this.next = next;
  }

  static PartitionProducer of(
      KafkaConnection connection, String group, TopicPartition source, long maximumBytes) {
    Map<String, Object> properties = connection.producer(maximumBytes);
    properties.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        group + "/" + source.topic() + "/" + source.partition());
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      // an earlier writer's open transaction ends here, so that the offset below is final
      producer.initTransactions();
      return new PartitionProducer(source, group, producer, committed(connection, group, source));
    } catch (RuntimeException e) {
      producer.close(CLOSING);
      throw e;
    }
  }

  private static long committed(KafkaConnection connection, String group, TopicPartition source) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection.consumer(group, "none"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      OffsetAndMetadata committed = consumer.committed(Set.of(source)).get(source);
      LOG.info(
          "answers to {} are written up to offset {}",
          source,
          committed == null ? "none" : committed.offset());
      return committed == null ? 0 : committed.offset();
    }
  }

  /**
   * Sends those answers that are not written yet, in a transaction.
   *
   * @return whether there are any
   */
  boolean begin(List<Answer> answers) {
    List<Answer> unwritten =
        answers.stream().filter(answer -> answer.source().offset() >= next).toList();
    if (unwritten.isEmpty()) {
      return false;
    }
    producer.beginTransaction();
    for (Answer answer : unwritten) {
      for (OutputMessage message : answer.messages()) {
        sent.add(producer.send(ProducerRecords.of(message)));
      }
    }
    nextAfterCommit = unwritten.get(unwritten.size() - 1).source().offset() + 1;
    return true;
  }

  void commit() {
    requireSent();
    producer.sendOffsetsToTransaction(
        Map.of(source, new OffsetAndMetadata(nextAfterCommit)), group);
    producer.commitTransaction();
    next = nextAfterCommit;
  }

  /** A producer that was locked out would wait for its time limit with the next request. */
  private void requireSent() {
    producer.flush();
    try {
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaProblem(
          "answers to %s, from offset %d on, cannot be written: %s"
              .formatted(source, next, e.getCause().getMessage()),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaProblem("interrupted while answers to " + source + " are written", e);
    } finally {
      sent.clear();
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
