package org.relunet.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {
  private static final MessageFailure FAILURE =
      new MessageFailure(MessageStage.TRANSFORMATION, "a.B", "it broke", "a.B: it broke\n at x");

  private static DeadLetters letters(long bytes) {
    return new DeadLetters(
        "dead", "group", TopicLimits.ofBytes(bytes), Clock.fixed(Instant.ofEpochMilli(7), UTC));
  }

  private static InputMessage message(int bytes) {
    return new InputMessage(
        new Position("texts", 1, 42),
        5,
        "k".getBytes(UTF_8),
        new byte[bytes],
        List.of(new MessageHeader("trace", new byte[] {1})));
  }

  @Test
  void aDeadLetterIsTheMessageAsItCameAndWhatHappenedToIt() {
    InputMessage message = message(10);
    OutputMessage letter = letters(10_000).of(message, FAILURE);

    assertThat(letter.topic()).isEqualTo("dead");
    assertThat(letter.timestampMillis()).isEqualTo(5);
    assertThat(letter.key()).isSameAs(message.key());
    assertThat(letter.value()).isSameAs(message.value());
    assertThat(letter.headers())
        .containsExactly(
            new MessageHeader("trace", new byte[] {1}),
            MessageHeader.of("__connect.errors.topic", "texts"),
            MessageHeader.of("__connect.errors.partition", "1"),
            MessageHeader.of("__connect.errors.offset", "42"),
            MessageHeader.of("__connect.errors.connector.name", "group"),
            MessageHeader.of("__connect.errors.stage", "TRANSFORMATION"),
            MessageHeader.of("__connect.errors.exception.class.name", "a.B"),
            MessageHeader.of("__connect.errors.exception.message", "it broke"),
            MessageHeader.of("__connect.errors.exception.stacktrace", "a.B: it broke\n at x"),
            MessageHeader.of("relunet.failed.at", 7));
  }

  @Test
  void aMessageThatIsTooLargeForTheTopicGoesWithoutItsValueAndSaysSo() {
    OutputMessage letter = letters(10_000).of(message(10_000), FAILURE);

    assertThat(letter.value()).isNull();
    assertThat(letter.size()).isLessThanOrEqualTo(10_000);
    assertThat(letter.headers())
        .contains(MessageHeader.of("relunet.omitted.value.bytes", 10_000))
        .contains(new MessageHeader("trace", new byte[] {1}));
  }

  @ParameterizedTest
  @ValueSource(longs = {DeadLetters.LEAST_BYTES, 10_000, 1_000_000})
  void aLetterFitsWhateverTheMessageAndItsFailureAre(long bytes) {
    String huge = "\uD83D\uDE00x\u2028".repeat(30_000);
    MessageFailure failure = new MessageFailure(MessageStage.VALUE_CONVERTER, huge, huge, huge);
    InputMessage input =
        new InputMessage(
            new Position("t".repeat(249), Integer.MAX_VALUE, Long.MAX_VALUE),
            Long.MAX_VALUE,
            new byte[1_100_000],
            new byte[1_100_000],
            List.of(
                new MessageHeader("small", new byte[] {1}),
                new MessageHeader("large", new byte[1_100_000]),
                new MessageHeader("n".repeat(500_000), null)));
    TopicLimits limits = new TopicLimits(bytes, 1_000, 1_000, true);
    DeadLetters letters =
        new DeadLetters("d", huge, limits, Clock.fixed(Instant.ofEpochMilli(7), UTC));

    OutputMessage letter = letters.of(input, failure);

    assertThat(letter.size()).isLessThanOrEqualTo(bytes);
    assertThat(letter.key()).asString(UTF_8).isEqualTo(input.position().toString());
    assertThat(letter.headers())
        .startsWith(new MessageHeader("small", new byte[] {1}))
        .contains(MessageHeader.of("relunet.omitted.value.bytes", 1_100_000))
        .contains(MessageHeader.of("relunet.omitted.key.bytes", 1_100_000))
        .contains(MessageHeader.of("relunet.omitted.headers", 2))
        .contains(MessageHeader.of("relunet.original.timestamp", Long.MAX_VALUE));
    assertThat(letter.timestampMillis()).isNegative();

    OutputMessage instead =
        letters.inPlaceOf(input.position(), letter, new IllegalStateException(huge));

    assertThat(instead.size()).isLessThanOrEqualTo(DeadLetters.LEAST_BYTES);
    assertThat(instead.key()).isNotNull();
  }

  @Test
  void aTimestampThatTheTopicDoesNotTakeIsKeptInAHeader() {
    TopicLimits limits = new TopicLimits(1_000, 3_600_000, 3_600_000, false);
    OutputMessage message = new OutputMessage("t", 1_000, null, null, List.of());

    assertThat(limits.inTime(message, 1_000_000)).isSameAs(message);
    assertThat(limits.inTime(message, 4_000_000).headers())
        .containsExactly(MessageHeader.of("relunet.original.timestamp", 1_000));
    assertThat(
            limits
                .inTime(new OutputMessage("t", 9_000_000, null, null, List.of()), 0)
                .timestampMillis())
        .isNegative();
    assertThat(TopicLimits.ofBytes(1).inTime(message, Long.MAX_VALUE)).isSameAs(message);
  }
}
