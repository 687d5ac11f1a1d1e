package org.relunet.pipeline.correction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.kafka.ProducerRecords;
import org.relunet.pipeline.kafka.TopicLimitsReader;
import org.relunet.pipeline.message.DeadLetters;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.MessageFailure;
import org.relunet.pipeline.message.MessageStage;
import org.relunet.retraining.correction.Correction;

/** Writes corrections, and what is no correction. All replicas have it when a method returns. */
public final class CorrectionWriter implements AutoCloseable {
  /** Of a message; the broker has the last word. */
  private static final long MOST_BYTES = 64 << 20;

  private final KafkaConnection connection;
  private final KafkaProducer<byte[], byte[]> producer;

  public CorrectionWriter(KafkaConnection connection) {
    this.connection = connection;
    Map<String, Object> properties = connection.producer(MOST_BYTES);
    // by the whole key, the text's id or one made from it: corrections of one text keep their order
    properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Writes corrections in their order.
   *
   * @throws IllegalStateException if one can't be written: the message has its number
   */
  public void write(String topic, List<Correction> corrections) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Correction correction : corrections) {
      records.add(
          new ProducerRecord<>(
              topic,
              correction.text().id().getBytes(StandardCharsets.UTF_8),
              correction.json().getBytes(StandardCharsets.UTF_8)));
    }
    send(topic, records);
  }

  /**
   * A message that is no correction.
   *
   * @param reason for people
   */
  record Refused(InputMessage message, String reason) {}

  void writeLetters(String topic, String writer, List<Refused> refused) {
    DeadLetters letters = new DeadLetters(topic, writer, TopicLimitsReader.read(connection, topic));
    send(
        topic,
        refused.stream()
            .map(
                each ->
                    ProducerRecords.of(
                        letters.of(
                            each.message(),
                            new MessageFailure(
                                MessageStage.VALUE_CONVERTER,
                                IllegalArgumentException.class.getName(),
                                each.reason(),
                                ""))))
            .toList());
  }

  private void send(String topic, List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(record -> sent.add(producer.send(record)));
    producer.flush();
    for (int i = 0; i < sent.size(); i++) {
      try {
        sent.get(i).get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "record %d of %d can't be written to '%s': %s"
                .formatted(i + 1, sent.size(), topic, e.getCause().getMessage()),
            e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while corrections are written", e);
      }
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
