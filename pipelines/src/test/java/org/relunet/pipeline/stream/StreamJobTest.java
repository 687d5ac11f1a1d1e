package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.pipeline.kafka.Broker;

@ExtendWith(Broker.Resolver.class)
class StreamJobTest {
  private final Broker broker;
  private final String group = "group-" + UUID.randomUUID();
  private String texts;
  private String triples;
  private String deadLetters;

  StreamJobTest(Broker broker) {
    this.broker = broker;
  }

  @BeforeEach
  void topics() {
    texts = broker.topic("texts", 2);
    triples = broker.topic("triples", 2);
    deadLetters = broker.topic("dead-letters", 1);
  }

  private StreamSettings settings(Delivery delivery, ErrorTolerance tolerance) {
    return RunningStream.settings(
        broker.address(), group, List.of(texts), triples, deadLetters, delivery, tolerance);
  }

  private ProducerRecord<byte[], byte[]> text(String key, String value) {
    return new ProducerRecord<>(
        texts,
        null,
        1_700_000_000_000L,
        key == null ? null : key.getBytes(UTF_8),
        value == null ? null : value.getBytes(UTF_8),
        List.of(new RecordHeader("trace", "t1".getBytes(UTF_8))));
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return new String(message.key(), UTF_8);
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> message, String name) {
    return Optional.ofNullable(message.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageEndsInTriplesOrADeadLetter(Delivery delivery) throws Exception {
    List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      sent.add(text("d" + i, "Ann likes Bob" + i + "."));
    }
    sent.add(text("json", "{\"id\":\"a/b\",\"text\":\"Ann knows Eve.\"}"));
    sent.add(text("poison", "This is POISON."));
    sent.add(text("broken", "{\"text\": 7}"));
    sent.add(text("tombstone", null));
    sent.add(text("empty", ""));
    sent.add(text(null, "Nothing here."));
    broker.send(sent);

    try (RunningStream stream = new RunningStream(settings(delivery, ErrorTolerance.ALL), 2)) {
      stream.until(() -> broker.committed(triples).size() >= 501);
      stream.until(() -> broker.committed(deadLetters).size() >= 4);
    }

    List<ConsumerRecord<byte[], byte[]>> found = broker.committed(triples);
    assertThat(found).hasSize(501);
    assertThat(found)
        .extracting(StreamJobTest::key)
        .contains("d7/0-14/0-3/likes/10-14", "a%2Fb/0-13/0-3/knows/10-13")
        .doesNotHaveDuplicates();
    assertThat(found)
        .allSatisfy(message -> assertThat(header(message, "trace")).contains("t1"))
        .allSatisfy(message -> assertThat(message.timestamp()).isEqualTo(1_700_000_000_000L));
    assertThat(broker.committed(deadLetters))
        .extracting(StreamJobTest::key)
        .containsExactlyInAnyOrder("poison", "broken", "tombstone", "empty");
    assertThat(broker.committed(deadLetters))
        .filteredOn(message -> key(message).equals("poison"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.value()).asString(UTF_8).isEqualTo("This is POISON.");
              assertThat(header(message, "trace")).contains("t1");
              assertThat(header(message, "__connect.errors.topic")).contains(texts);
              assertThat(header(message, "__connect.errors.stage")).contains("TRANSFORMATION");
              assertThat(header(message, "__connect.errors.exception.class.name"))
                  .contains("java.lang.IllegalStateException");
              assertThat(header(message, "__connect.errors.exception.message"))
                  .contains("IllegalStateException: the rules choke on poison");
            });
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatWasStoppedGoesOnWhereItWas(Delivery delivery) throws Exception {
    broker.send(List.of(text("1", "Ann likes Bob.")));
    try (RunningStream stream = new RunningStream(settings(delivery, ErrorTolerance.ALL), 1)) {
      stream.until(() -> broker.committed(triples).size() == 1);
      // its offset is committed with a checkpoint, at the latest when it stops
    }
    broker.send(List.of(text("2", "Ann likes Eve.")));
    try (RunningStream stream = new RunningStream(settings(delivery, ErrorTolerance.ALL), 2)) {
      stream.until(
          () ->
              broker.committed(triples).stream().anyMatch(message -> key(message).startsWith("2")));
    }

    assertThat(broker.committed(triples))
        .extracting(message -> key(message).substring(0, 1))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void messagesFromAnyTimeStopNothing() throws Exception {
    List<Long> times =
        List.of(Long.MAX_VALUE, 0L, Long.MAX_VALUE / 1_000 + 1, 253_402_300_800_000L);
    List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      sent.add(
          new ProducerRecord<>(
              texts,
              null,
              times.get(i),
              ("t" + i).getBytes(UTF_8),
              ("Ann likes Bob" + i + ".").getBytes(UTF_8)));
    }
    sent.add(text("now", "Ann likes Eve."));
    // so large together that a batch is given on with the time of its last one
    for (int i = 0; i < 8; i++) {
      sent.add(
          new ProducerRecord<>(
              texts,
              0,
              Long.MAX_VALUE / 900,
              "large".getBytes(UTF_8),
              ("{bad " + "x".repeat(900_000)).getBytes(UTF_8)));
    }
    broker.send(sent);

    try (RunningStream stream =
        new RunningStream(settings(Delivery.AT_LEAST_ONCE, ErrorTolerance.ALL), 1)) {
      stream.until(() -> broker.committed(triples).size() >= 5);
      stream.until(() -> broker.committed(deadLetters).size() >= 8);
    }

    assertThat(broker.committed(triples)).hasSize(5);
    assertThat(broker.committed(deadLetters)).hasSize(8);
  }

  @Test
  void whereNoMessageMayFailTheFirstThatDoesEndsTheJobAndIsNamed() throws Exception {
    broker.send(List.of(text("1", "Ann likes Bob."), text("2", "{}")));

    try (RunningStream stream =
        new RunningStream(settings(Delivery.AT_LEAST_ONCE, ErrorTolerance.NONE), 1)) {
      assertThatThrownBy(stream::join)
          .hasStackTraceContaining("message " + texts + " at offset")
          .hasStackTraceContaining("no key 'text'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVeryLargeMessageAndTwoOfOneIdAndNewPartitionsOfTheOutputStopNothing(Delivery delivery)
      throws Exception {
    broker.send(
        List.of(
            text("large", "Ann likes Bob. ".repeat(350_000)),
            text("large-poison", "POISON ".repeat(750_000)),
            text("same", "Ann likes Bob."),
            text("same", "Ann likes Eve.")));
    try (RunningStream stream = new RunningStream(settings(delivery, ErrorTolerance.ALL), 1)) {
      stream.until(() -> broker.committed(deadLetters).size() == 1);
      broker.widen(triples, 5);
      for (int i = 0; i < 100; i++) {
        broker.send(List.of(text("d" + i, "Ann likes Bob.")));
      }
      stream.until(() -> broker.committed(triples).size() == 350_000 + 2 + 100);
    }

    assertThat(broker.committed(deadLetters))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.value()).isNull();
              assertThat(header(message, "relunet.omitted.value.bytes")).contains("5250000");
            });
  }

  /** Each of these made the job start again without end. */
  @ParameterizedTest
  @EnumSource
  void noMessageStopsTheJobWhateverTheBrokerRefuses(Delivery delivery) throws Exception {
    deadLetters = broker.topic("dead-letters", 1, Map.of("max.message.bytes", "60000"));
    triples = broker.topic("triples", 1, Map.of("message.timestamp.after.max.ms", "3600000"));
    byte[] large = new byte[300_000];
    long future = System.currentTimeMillis() + Duration.ofDays(9).toMillis();
    ProducerRecord<byte[], byte[]> headers = text("headers", "{}");
    headers.headers().add("large", large);
    broker.send(
        List.of(
            new ProducerRecord<>(texts, 0, large, "{}".getBytes(UTF_8)),
            headers,
            new ProducerRecord<>(
                texts, 0, future, "f".getBytes(UTF_8), "Ann likes Bob.".getBytes(UTF_8)),
            text("good", "Ann likes Eve.")));

    try (RunningStream stream = new RunningStream(settings(delivery, ErrorTolerance.ALL), 1)) {
      stream.until(() -> broker.committed(deadLetters).size() == 2);
      stream.until(() -> broker.committed(triples).size() == 2);
      // whatever the topics take from now on, the job does not know it
      broker.configure(deadLetters, "cleanup.policy", "compact");
      broker.configure(triples, "max.message.bytes", "20000");
      broker.configure(triples, "message.timestamp.before.max.ms", "3600000");
      long now = System.currentTimeMillis();
      ProducerRecord<byte[], byte[]> beside =
          new ProducerRecord<>(
              texts, 1, now, "beside".getBytes(UTF_8), "Ann knows Eve.".getBytes(UTF_8));
      ProducerRecord<byte[], byte[]> traced =
          new ProducerRecord<>(
              texts, 1, now, "traced".getBytes(UTF_8), "Ann likes Joe.".getBytes(UTF_8));
      traced.headers().add("trace", new byte[25_000]);
      broker.send(
          List.of(
              new ProducerRecord<>(texts, 1, now, null, "{}".getBytes(UTF_8)),
              traced,
              new ProducerRecord<>(
                  texts, 1, 5L, "old".getBytes(UTF_8), "Ann likes Tom.".getBytes(UTF_8)),
              beside));
      stream.until(() -> broker.committed(deadLetters).size() == 5);
      stream.until(() -> broker.committed(triples).size() == 3);
    }

    assertThat(broker.committed(triples))
        .extracting(message -> key(message).split("/")[0])
        .containsExactlyInAnyOrder("f", "good", "beside");
    assertThat(broker.committed(triples))
        .filteredOn(message -> key(message).startsWith("f/"))
        .singleElement()
        .satisfies(
            message ->
                assertThat(header(message, "relunet.original.timestamp"))
                    .contains(Long.toString(future)));
    assertThat(broker.committed(deadLetters))
        .extracting(message -> header(message, "relunet.omitted.key.bytes"))
        .contains(Optional.of("300000"));
    assertThat(broker.committed(deadLetters))
        .extracting(message -> header(message, "__connect.errors.exception.message").orElse(""))
        .anyMatch(reason -> reason.contains("the broker refuses"));
  }

  @Test
  void topicsThatAreMissingAreAllNamedBeforeAnythingStarts() throws Exception {
    StreamSettings settings =
        RunningStream.settings(
            broker.address(),
            group,
            List.of("no-texts"),
            triples,
            "no-letters",
            Delivery.AT_LEAST_ONCE,
            ErrorTolerance.ALL);

    try (RunningStream stream = new RunningStream(settings, 1)) {
      assertThatThrownBy(stream::join)
          .hasMessageContaining("there is no topic 'no-texts'")
          .hasMessageContaining("there is no topic 'no-letters'");
    }
  }
}
