package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;

final class NumericSentenceTest {
  private static NumericSentence sentence(int words, int piecesPerWord) {
    int[] wordOfPiece = new int[words * piecesPerWord];
    for (int piece = 0; piece < wordOfPiece.length; piece++) {
      wordOfPiece[piece] = piece / piecesPerWord;
    }
    return new NumericSentence(
        new PieceSequence(new int[wordOfPiece.length], wordOfPiece, words),
        TinyNetworks.chain(words),
        Collections.nCopies(words, WordForm.LOWER));
  }

  @Test
  void aBatchIsAsLongAsItsLongestSentenceInWordsAndInPieces() {
    List<NumericSentence> batch = List.of(sentence(2, 5), sentence(4, 1));

    assertThat(NumericSentence.mostWords(batch)).isEqualTo(4);
    assertThat(NumericSentence.mostPieces(batch)).isEqualTo(10);
  }

  @Test
  void piecesAndTreeMustBeOfTheSameWords() {
    PieceSequence pieces = sentence(3, 1).pieces();

    assertThatThrownBy(() -> new NumericSentence(pieces, TinyNetworks.chain(2), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pieces of 3 words with a tree over 2");
  }

  @Test
  void formsAndTreeMustBeOfTheSameWords() {
    PieceSequence pieces = sentence(3, 1).pieces();

    assertThatThrownBy(() -> new NumericSentence(pieces, TinyNetworks.chain(3), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("forms of 0 words with a tree over 3");
  }

  @Test
  void aGoldTripleMustBeOfTheSentencesWords() {
    assertThatThrownBy(
            () ->
                new LabelledSentence(
                    7, sentence(3, 1), List.of(TinyNetworks.triple(0, 0, 1, 2, 3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentence 7 of 3 words");
  }
}
