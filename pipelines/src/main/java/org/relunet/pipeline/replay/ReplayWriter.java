package org.relunet.pipeline.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.message.ReadLetter;

/** Writes messages and the position of their letters in one transaction. */
final class ReplayWriter implements AutoCloseable {
  /** Of a message; the broker has the last word. */
  private static final long MOST_BYTES = 512 << 20;

  private final ReplayRequest request;
  private final KafkaProducer<byte[], byte[]> producer;

  private ReplayWriter(ReplayRequest request, KafkaProducer<byte[], byte[]> producer) {
    this.request = request;
    this.producer = producer;
  }

  /** A dry run has none that writes, and locks nobody out. */
  static ReplayWriter of(ReplayRequest request) {
    if (request.dryRun()) {
      return new ReplayWriter(request, null);
    }
    Map<String, Object> properties = new HashMap<>(request.connection().producer(MOST_BYTES));
    // by the whole key, as whoever wrote the message did if he chose nothing else
    properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, request.transactionalId());
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new ReplayWriter(request, producer);
    } catch (RuntimeException e) {
      producer.close();
      throw e;
    }
  }

  /**
   * @throws IllegalStateException if one can't be written; then none is
   */
  void write(List<ReadLetter> letters, TopicPartition partition, OffsetAndMetadata position) {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ReadLetter letter : letters) {
      sent.add(producer.send(record(letter)));
    }
    producer.flush();
    for (int i = 0; i < sent.size(); i++) {
      requireWritten(letters.get(i), sent.get(i));
    }
    producer.sendOffsetsToTransaction(
        Map.of(partition, position), new ConsumerGroupMetadata(request.replayGroup()));
    producer.commitTransaction();
  }

  private void requireWritten(ReadLetter letter, Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      producer.abortTransaction();
      throw new IllegalStateException(
          "message %s cannot be written to '%s': %s"
              .formatted(letter.source(), topic(letter), e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while messages are written", e);
    }
  }

  private String topic(ReadLetter letter) {
    return request.target().orElse(letter.source().topic());
  }

  private ProducerRecord<byte[], byte[]> record(ReadLetter letter) {
    String topic = topic(letter);
    int partitions = producer.partitionsFor(topic).size();
    boolean samePlace =
        topic.equals(letter.source().topic()) && letter.source().partition() < partitions;
    List<Header> headers =
        letter.headers().stream()
            .<Header>map(header -> new RecordHeader(header.name(), header.value()))
            .toList();
    return new ProducerRecord<>(
        topic,
        samePlace ? letter.source().partition() : null,
        letter.timestampMillis() < 0 ? null : letter.timestampMillis(),
        letter.key(),
        letter.value(),
        headers);
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
