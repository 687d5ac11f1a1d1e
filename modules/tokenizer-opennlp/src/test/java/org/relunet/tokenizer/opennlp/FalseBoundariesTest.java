package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FalseBoundariesTest {
  private final FalseBoundaries boundaries = new FalseBoundaries();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the A.C.| Chievo",
        "John F.| Kennedy",
        "in St.| Louis",
        "with Dr.| Who",
        "(St.| Louis)",
        "the U.S.| one",
        "on Blvd.,| Pacific",
        "it ended.| and",
        "it ended.| )",
      })
  void areBehindAbbreviationsAndBeforeWhatBeginsNoSentence(String text) {
    assertThat(isFalse(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It ended.| Kennedy",
        "in the U.S.| It is",
        "So am I.| Kennedy",
        "He left!| 12 came",
        "He said \"no.\"| \"Yes\"",
        "It ended.| \u05E9\u05DC\u05D5\u05DD",
      })
  void areNotWhereSentencesEnd(String text) {
    assertThat(isFalse(text)).isFalse();
  }

  /** The bar marks the end of what stands before; a space follows. */
  private boolean isFalse(String marked) {
    int end = marked.indexOf('|');
    return boundaries.contains(marked.replace("|", ""), 0, end, end + 1);
  }
}
