package org.relunet.pipeline.correction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relunet.pipeline.kafka.Broker;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.retraining.correction.Correction;
import org.relunet.retraining.correction.CorrectionReader;
import org.relunet.retraining.run.CorrectionSource.Collected;

@ExtendWith(Broker.Resolver.class)
class CorrectionTopicTest {
  private final Broker broker;
  private final KafkaConnection connection;
  private String topic;
  private String letters;

  CorrectionTopicTest(Broker broker) {
    this.broker = broker;
    connection = new KafkaConnection(broker.address(), new HashMap<>());
  }

  @BeforeEach
  void topics() {
    topic = broker.topic("corrections", 2);
    letters = broker.topic("invalid", 1);
  }

  private static String message(int number) {
    return "{\"id\":\"%d\",\"text\":\"Ann works for Acme %d .\",\"triples\":[]}"
        .formatted(number, number);
  }

  private static Correction correction(int number) {
    return CorrectionReader.read(message(number).getBytes(UTF_8), "x");
  }

  private ProducerRecord<byte[], byte[]> record(int partition, String value) {
    return new ProducerRecord<>(topic, partition, null, value.getBytes(UTF_8));
  }

  private Collected collect(Map<String, Map<Integer, Long>> from) {
    return new CorrectionTopic(connection, topic, Optional.of(letters)).collect(from);
  }

  @Test
  void whatWasWrittenIsReadOnceAndOnlyWhatIsNewTheNextTime() {
    List<Correction> first = List.of(correction(1), correction(2), correction(3));
    try (CorrectionWriter writer = new CorrectionWriter(connection)) {
      writer.write(topic, first);
      Collected read = collect(Map.of());
      assertThat(read.corrections()).containsExactlyInAnyOrderElementsOf(first);
      assertThat(read.notes()).isEmpty();
      assertThat(collect(read.next()).corrections()).isEmpty();

      writer.write(topic, List.of(correction(4)));
      assertThat(collect(read.next()).corrections()).containsExactly(correction(4));
      assertThat(collect(Map.of()).corrections()).hasSize(4);
    }
  }

  @Test
  void whatIsNoCorrectionBecomesADeadLetterWithItsReason() {
    broker.send(
        List.of(record(0, message(1)), record(0, "{\"text\":\"x\"}"), record(1, "no JSON")));

    Collected read = collect(Map.of());

    assertThat(read.corrections()).containsExactly(correction(1));
    assertThat(read.notes()).first().isEqualTo("2 messages can't be read, and went to " + letters);
    assertThat(broker.committed(letters))
        .hasSize(2)
        .allSatisfy(
            letter ->
                assertThat(letter.headers().lastHeader("__connect.errors.exception.message"))
                    .isNotNull());
    assertThat(read.next().get(topic)).isEqualTo(Map.of(0, 2L, 1, 1L));
  }

  @Test
  void whatIsNotCommittedIsNotRead() {
    try (KafkaProducer<byte[], byte[]> producer = transactional()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(record(0, message(1)));
      producer.flush();
      producer.abortTransaction();
    }
    broker.send(List.of(record(0, message(2))));

    assertThat(collect(Map.of()).corrections()).containsExactly(correction(2));
  }

  private KafkaProducer<byte[], byte[]> transactional() {
    Map<String, Object> properties = new HashMap<>(connection.producer(1 << 20));
    properties.put("transactional.id", topic);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Test
  void messagesThatTheTopicNoLongerHasAreCountedAndANewTopicIsReadFromItsBeginning() {
    broker.send(List.of(record(0, message(1)), record(0, message(2)), record(0, message(3))));
    broker.deleteRecords(topic, 0, 2);

    Collected read = collect(Map.of(topic, Map.of(0, 1L)));
    assertThat(read.corrections()).containsExactly(correction(3));
    assertThat(read.notes())
        .containsExactly(
            "1 message of %s-0 no longer there: the topic keeps none before offset 2, and the last run stopped at 1"
                .formatted(topic));
    assertThat(collect(Map.of(topic, Map.of(0, 99L))).notes())
        .singleElement()
        .asString()
        .contains("is read from its beginning");
  }
}
