package org.relunet.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputTopicsTest {
  @Test
  void namedTopicsAndThoseThatMatchAreReadButNoneThatIsWritten() {
    InputTopics topics = new InputTopics(List.of("extra"), "texts(-.*)?");

    assertThat(
            topics.among(Set.of("texts", "texts-a", "texts-dead", "other"), List.of("texts-dead")))
        .containsExactly("extra", "texts", "texts-a");
    assertThat(topics.contains("texts-b")).isTrue();
    assertThat(topics.contains("extra")).isTrue();
    assertThat(topics.contains("my-texts")).isFalse();
    assertThat(new InputTopics(List.of("a"), "").contains("")).isFalse();
  }

  @Test
  void aPatternThatMatchesNothingOrIsNoneIsNamed() {
    assertThatThrownBy(() -> new InputTopics(List.of(), "x.*").among(Set.of("a"), List.of()))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("no topic matches 'x.*'");
    assertThatThrownBy(() -> new InputTopics(List.of(), "x("))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stream.input.topic-pattern: 'x(' is no regular expression");
  }
}
