package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class ReadableTest {
  private static List<Sentence> passage(String word) {
    CharacterSpan mark = new CharacterSpan(0, 1);
    CharacterSpan span = new CharacterSpan(1, 1 + word.length());
    return List.of(
        new Sentence(mark, List.of(new Token("!", mark, Token.NO_TAG))),
        new Sentence(span, List.of(new Token(word, span, Token.NO_TAG))));
  }

  /**
   * Latin, Cyrillic, Han, Arabic, Devanagari, Gothic; digits of three scripts; a half, a Roman two.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\u0416",
        "\u6F22",
        "\u0639",
        "\u0905",
        "\uD800\uDF30",
        "7",
        "\u0667",
        "\u096D",
        "\u00BD",
        "\u2161",
        "\u2460",
        "!?x",
        "C++"
      })
  void lettersAndNumbersOfAnyScriptAreRead(String word) {
    assertThat(Readable.any(passage(word))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "...", "--", "\u2026", "\u3002", "\uD83D\uDE00", "\u20AC", "\uD83D"})
  void marksAndSymbolsAreNot(String word) {
    assertThat(Readable.any(passage(word))).isFalse();
  }
}
