package org.relunet.pipeline.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relunet.pipeline.kafka.Broker;
import org.relunet.pipeline.kafka.InputTopics;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.message.DeadLetters;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.MessageFailure;
import org.relunet.pipeline.message.MessageHeader;
import org.relunet.pipeline.message.MessageStage;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;
import org.relunet.pipeline.message.TopicLimits;

@ExtendWith(Broker.Resolver.class)
class ReplayTest {
  private static final ReplayFilter ALL =
      new ReplayFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Broker broker;
  private final String group = "group-" + UUID.randomUUID();
  private String texts;
  private String letters;
  private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();

  ReplayTest(Broker broker) {
    this.broker = broker;
  }

  /**
   * Six messages in two partitions, each of which failed; one letter is cut, one of another job.
   */
  @BeforeEach
  void letters() {
    texts = broker.topic("texts", 2);
    letters = broker.topic("letters", 1);
    for (int i = 0; i < 6; i++) {
      sent.add(
          new ProducerRecord<>(
              texts,
              i % 2,
              1_700_000_000_000L + i,
              i == 1 ? null : ("k" + i).getBytes(UTF_8),
              i == 2 ? null : ("text " + i + " ").repeat(i == 4 ? 2_000 : 1).getBytes(UTF_8),
              List.of(
                  new RecordHeader("trace", new byte[] {(byte) i}),
                  // whatever came with the message is no word of ours
                  new RecordHeader("__connect.errors.topic", "other".getBytes(UTF_8)),
                  new RecordHeader("nothing", null))));
    }
    broker.send(sent);
    List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      written.add(letter(i, group));
    }
    written.add(letter(0, "another group"));
    written.add(new ProducerRecord<>(letters, "no letter".getBytes(UTF_8)));
    broker.send(written);
  }

  private ProducerRecord<byte[], byte[]> letter(int i, String of) {
    ProducerRecord<byte[], byte[]> message = sent.get(i);
    List<MessageHeader> headers = new ArrayList<>();
    message.headers().forEach(each -> headers.add(new MessageHeader(each.key(), each.value())));
    OutputMessage letter =
        new DeadLetters(letters, of, TopicLimits.ofBytes(8_000))
            .of(
                new InputMessage(
                    new Position(texts, i % 2, i / 2),
                    message.timestamp(),
                    message.key(),
                    message.value(),
                    headers),
                new MessageFailure(
                    i < 3 ? MessageStage.VALUE_CONVERTER : MessageStage.TRANSFORMATION,
                    "a.B",
                    "It broke " + i,
                    ""));
    List<Header> all = new ArrayList<>();
    letter.headers().forEach(each -> all.add(new RecordHeader(each.name(), each.value())));
    return new ProducerRecord<>(
        letters, null, letter.timestampMillis(), letter.key(), letter.value(), all);
  }

  private ReplayRequest request(Optional<String> target, ReplayFilter filter, boolean dryRun) {
    return new ReplayRequest(
        new KafkaConnection(broker.address(), new HashMap<>()),
        letters,
        group,
        new InputTopics(List.of(texts), ""),
        target,
        filter,
        false,
        dryRun);
  }

  private static ReplayFilter reason(String text) {
    return new ReplayFilter(
        Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static List<String> shown(List<ConsumerRecord<byte[], byte[]>> messages) {
    return messages.stream()
        .map(
            message -> {
              StringBuilder text = new StringBuilder();
              text.append(message.partition()).append(' ').append(message.timestamp()).append(' ');
              text.append(message.key() == null ? "-" : new String(message.key(), UTF_8));
              text.append(message.value() == null ? "-" : new String(message.value(), UTF_8));
              message.headers().forEach(header -> text.append(header.toString()));
              return text.toString();
            })
        .toList();
  }

  @Test
  void messagesGoBackAsTheyCameAndEachOnceWhateverTheFilters() {
    List<String> before = shown(broker.committed(texts));
    List<String> told = new ArrayList<>();

    ReplaySummary dry =
        Replay.run(request(Optional.empty(), ALL, true), letter -> told.add(letter.reason()));
    assertThat(dry).isEqualTo(new ReplaySummary(6, 0, 2, 0));
    assertThat(told)
        .containsExactly(
            "It broke 0", "It broke 1", "It broke 2", "It broke 3", "It broke 4", "It broke 5");
    assertThat(broker.committed(texts)).hasSize(6);

    assertThat(Replay.run(request(Optional.empty(), reason("BROKE 4"), false), letter -> {}))
        .isEqualTo(new ReplaySummary(1, 5, 2, 0));
    ReplayFilter converter =
        new ReplayFilter(
            Optional.empty(), Optional.of("value_converter"), Optional.empty(), Optional.empty());
    assertThat(Replay.run(request(Optional.empty(), converter, false), letter -> {}))
        .isEqualTo(new ReplaySummary(3, 2, 0, 0));
    assertThat(Replay.run(request(Optional.empty(), ALL, false), letter -> {}).replayed())
        .isEqualTo(2);
    assertThat(Replay.run(request(Optional.empty(), ALL, false), letter -> {}).replayed()).isZero();

    List<String> twice = new ArrayList<>(before);
    twice.addAll(before);
    assertThat(shown(broker.committed(texts))).containsExactlyInAnyOrderElementsOf(twice);
  }

  @Test
  void theyGoToAnotherTopicAndOnlyThoseOfATime() {
    String other = broker.topic("other", 1);
    ReplayFilter future =
        new ReplayFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.now().plusSeconds(3_600)),
            Optional.empty());
    ReplayFilter past =
        new ReplayFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.now().minusSeconds(3_600)),
            Optional.of(Instant.now().plusSeconds(60)));

    assertThat(Replay.run(request(Optional.of(other), future, false), letter -> {}).excluded())
        .isEqualTo(6);
    assertThat(Replay.run(request(Optional.of(other), past, false), letter -> {}).replayed())
        .isEqualTo(6);

    // the next writer begins when the end of the last transaction is in every partition
    assertThat(Replay.run(request(Optional.of(other), past, false), letter -> {}).replayed())
        .isZero();
    assertThat(broker.committed(other)).hasSize(6);
    assertThat(broker.committed(texts)).hasSize(6);
  }

  @Test
  void aTopicThatDoesNotTakeThemFailsAndTheLettersStay() {
    String compacted = broker.topic("other", 1, java.util.Map.of("cleanup.policy", "compact"));

    assertThatThrownBy(() -> Replay.run(request(Optional.of(compacted), ALL, false), letter -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be written to '" + compacted + "'");

    assertThat(broker.committed(compacted)).isEmpty();
    assertThat(Replay.run(request(Optional.empty(), ALL, false), letter -> {}).replayed())
        .isEqualTo(6);
  }

  /** As exactly-once writes them: marks of transactions stand between. */
  @Test
  void marksOfTransactionsAreNoGapsInThePosition() {
    broker.sendInTransactions(List.of(letter(0, group), letter(1, group), letter(2, group)));

    assertThat(Replay.run(request(Optional.empty(), ALL, false), letter -> {}).replayed())
        .isEqualTo(9);

    assertThat(broker.offset(group + "-replay", letters, 0))
        .isEqualTo(new OffsetAndMetadata(8 + 6, ""));
  }

  @Test
  void aCutLetterWhoseMessageIsGoneIsCounted() {
    broker.deleteRecords(texts, 0, 3);

    assertThat(Replay.run(request(Optional.empty(), ALL, false), letter -> {}))
        .isEqualTo(new ReplaySummary(5, 0, 2, 1));
  }
}
