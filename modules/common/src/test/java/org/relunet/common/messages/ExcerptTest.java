package org.relunet.common.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aShortTextIsWhole() {
    assertThat(Excerpt.of("abc", 4)).isEqualTo("abc");
    assertThat(Excerpt.of("a".repeat(80))).isEqualTo("a".repeat(80));
  }

  @Test
  void ofALongTextTheBeginningIsLeft() {
    assertThat(Excerpt.of("abcdefgh", 6)).isEqualTo("abc...");
    assertThat(Excerpt.of("a".repeat(81))).isEqualTo("a".repeat(77) + "...");
  }

  @Test
  void noCharacterIsCut() {
    assertThat(Excerpt.of("ab😀cdefgh", 6)).isEqualTo("ab...");
  }
}
