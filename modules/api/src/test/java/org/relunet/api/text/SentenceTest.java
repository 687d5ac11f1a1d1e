package org.relunet.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static Sentence sentence(int start, String... words) {
    List<Token> tokens = new ArrayList<>();
    int at = start;
    for (String word : words) {
      tokens.add(new Token(word, new CharacterSpan(at, at + word.length()), Token.NO_TAG));
      at += word.length() + 1;
    }
    return new Sentence(new CharacterSpan(start, at - 1), tokens);
  }

  @Test
  void sentencesJoinedSpanFromTheFirstToTheLast() {
    Sentence joined = Sentence.join(List.of(sentence(2, "Ann", "came"), sentence(15, "Bob")));

    assertThat(joined.words()).containsExactly("Ann", "came", "Bob");
    assertThat(joined.span()).isEqualTo(new CharacterSpan(2, 18));
    assertThat(joined.characters(new TokenSpan(1, 2))).isEqualTo(new CharacterSpan(6, 18));
  }

  @Test
  void nothingCanNotBeJoined() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sentence.join(List.of()));
  }

  @Test
  void aShiftedSentenceStandsFurtherOn() {
    Sentence sentence = sentence(2, "Ann", "came");

    assertThat(sentence.shift(10)).isEqualTo(sentence(12, "Ann", "came"));
    assertThat(sentence.shift(0)).isSameAs(sentence);
  }

  @Test
  void aWindowKeepsItsPlaceInTheDocument() {
    assertThat(sentence(2, "Ann", "came", "home").window(new TokenSpan(1, 2)))
        .isEqualTo(sentence(6, "came", "home"));
  }

  @Test
  void tokensOutOfOrderAreRefused() {
    Sentence sentence = sentence(0, "Ann", "came");
    List<Token> reversed = List.of(sentence.tokens().get(1), sentence.tokens().get(0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sentence(sentence.span(), reversed))
        .withMessageContaining("Ann");
  }
}
