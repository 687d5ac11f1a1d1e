package org.relunet.pipeline.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;

@ExtendWith(Broker.Resolver.class)
class TransactionalWriterTest {
  private final Broker broker;
  private final String group = "group-" + UUID.randomUUID();
  private String source;
  private String output;

  TransactionalWriterTest(Broker broker) {
    this.broker = broker;
  }

  @BeforeEach
  void topics() {
    source = broker.topic("source", 2);
    output = broker.topic("output", 2);
  }

  private TransactionalWriter writer() {
    return new TransactionalWriter(
        broker.connection(),
        group,
        broker.connection().producer(1_000_000),
        (source, refused, reason) ->
            new OutputMessage(
                output,
                -1,
                refused.key(),
                (source.offset() + " refused").getBytes(UTF_8),
                List.of()));
  }

  private Answer answer(int partition, long offset) {
    byte[] text = (partition + ":" + offset).getBytes(UTF_8);
    return new Answer(
        new Position(source, partition, offset),
        List.of(new OutputMessage(output, 5, text, text, List.of())));
  }

  private List<Answer> answers(int partition, long from, long to) {
    return LongStream.range(from, to).mapToObj(offset -> answer(partition, offset)).toList();
  }

  private List<String> written() {
    return broker.committed(output).stream()
        .map(message -> new String(message.value(), UTF_8))
        .toList();
  }

  @Test
  void answersThatComeAgainAreWrittenOnce() {
    try (TransactionalWriter writer = writer()) {
      writer.write(answers(0, 0, 3));
      writer.write(answers(0, 1, 5));
    }

    assertThat(written()).containsExactlyInAnyOrder("0:0", "0:1", "0:2", "0:3", "0:4");
  }

  @Test
  void aWriterThatFollowsAnotherKnowsWhatThatHasWritten() {
    try (TransactionalWriter writer = writer()) {
      writer.write(answers(0, 0, 3));
      writer.write(answers(1, 0, 2));
    }
    try (TransactionalWriter next = writer()) {
      next.write(List.of(answer(0, 2), answer(1, 1), answer(0, 3), answer(1, 2)));
    }

    assertThat(written())
        .containsExactlyInAnyOrder("0:0", "0:1", "0:2", "0:3", "1:0", "1:1", "1:2");
  }

  @Test
  void aWriterThatWasReplacedWithoutKnowingItWritesNothing() {
    try (TransactionalWriter replaced = writer();
        TransactionalWriter next = writer()) {
      replaced.write(answers(0, 0, 1));
      next.write(answers(0, 1, 2));

      assertThatThrownBy(() -> replaced.write(answers(0, 1, 2)))
          .hasRootCauseInstanceOf(ProducerFencedException.class);
    }

    assertThat(written()).containsExactlyInAnyOrder("0:0", "0:1");
  }

  @Test
  void aMessageWithoutAnswersCountsAsDone() {
    try (TransactionalWriter writer = writer()) {
      writer.write(List.of(new Answer(new Position(source, 0, 0), List.of())));
      writer.write(answers(0, 0, 2));
    }

    assertThat(written()).containsExactly("0:1");
  }

  @Test
  void messagesThatTheBrokerRefusesGiveWayToTheirSubstitutes() {
    output =
        broker.topic(
            "output",
            1,
            Map.of("cleanup.policy", "compact", "message.timestamp.before.max.ms", "3600000"));
    long now = System.currentTimeMillis();
    byte[] key = "k".getBytes(UTF_8);
    OutputMessage good = new OutputMessage(output, now, key, key, List.of());
    OutputMessage large = new OutputMessage(output, now, key, new byte[9_000_000], List.of());
    OutputMessage old = new OutputMessage(output, 5, key, key, List.of());
    OutputMessage largeForTheClient =
        new OutputMessage(output, now, key, new byte[20_000_000], List.of());
    try (TransactionalWriter writer = writer()) {
      writer.write(
          List.of(
              new Answer(new Position(source, 0, 0), List.of(good)),
              new Answer(new Position(source, 0, 1), List.of(good, large)),
              new Answer(new Position(source, 0, 2), List.of(good)),
              new Answer(new Position(source, 0, 3), List.of(old, good)),
              new Answer(new Position(source, 0, 4), List.of(largeForTheClient)),
              new Answer(new Position(source, 0, 5), List.of(good))));
      writer.write(List.of(new Answer(new Position(source, 0, 6), List.of(good))));
    }

    assertThat(written())
        .containsExactly("k", "1 refused", "k", "3 refused", "4 refused", "k", "k");
  }

  @Test
  void aSubstituteThatIsRefusedTooFailsTheTransaction() {
    output = broker.topic("output", 1, Map.of("cleanup.policy", "compact"));
    OutputMessage keyless = new OutputMessage(output, 5, null, "v".getBytes(UTF_8), List.of());
    try (TransactionalWriter writer = writer()) {
      assertThatThrownBy(
              () -> writer.write(List.of(new Answer(new Position(source, 0, 0), List.of(keyless)))))
          .isInstanceOf(KafkaProblem.class)
          .hasMessageContaining("from offset 0 on, cannot be written");
    }

    assertThat(written()).isEmpty();
  }
}
