package org.relunet.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final MessageFailure FAILURE =
      new MessageFailure(MessageStage.TRANSFORMATION, "a.B", "it broke", "a.B: it broke\n at x");

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
    OutputMessage letter = new DeadLetters("dead", "group", 10_000).of(message, FAILURE);

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
            MessageHeader.of("__connect.errors.exception.stacktrace", "a.B: it broke\n at x"));
  }

  @Test
  void aMessageThatIsTooLargeForTheTopicGoesWithoutItsValueAndSaysSo() {
    OutputMessage letter = new DeadLetters("dead", "group", 10_000).of(message(10_000), FAILURE);

    assertThat(letter.value()).isNull();
    assertThat(letter.size()).isLessThanOrEqualTo(10_000);
    assertThat(letter.headers()).contains(MessageHeader.of("relunet.omitted.value.bytes", 10_000));
  }
}
