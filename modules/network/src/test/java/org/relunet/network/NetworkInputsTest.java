package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.network.NetworkSettings.Edges;
import org.relunet.network.NetworkSettings.WordPooling;

final class NetworkInputsTest {
  private static final int NONE = PieceSequence.NO_WORD;

  /** Three words: the first of two pieces, the second of none, the third of one; two special. */
  private static final NumericSentence THREE_WORDS =
      new NumericSentence(
          new PieceSequence(new int[] {2, 7, 8, 9, 3}, new int[] {NONE, 0, 0, 2, NONE}, 3),
          new DependencyTree(new int[] {2, 0, -1}, List.of("nsubj", "case", "root")),
          List.of(WordForm.CAPITALISED, WordForm.LOWER, WordForm.NUMBER));

  private static final NumericSentence ONE_WORD =
      new NumericSentence(
          new PieceSequence(new int[] {2, 5, 3}, new int[] {NONE, 0, NONE}, 1),
          new DependencyTree(new int[] {-1}, List.of("root")),
          List.of(WordForm.OTHER));

  private static InputTensors feed(WordPooling pooling, Edges edges, boolean selfLoops) {
    return InputTensors.of(
        List.of(ONE_WORD, THREE_WORDS), new NetworkSettings(pooling, edges, false), selfLoops);
  }

  @Test
  void piecesArePaddedToTheLongestSentenceAndMasked() {
    InputTensors inputs = feed(WordPooling.MEAN, Edges.DEPENDENCY, false);

    assertThat(inputs.ids()).containsExactly(2, 5, 3, 0, 0, 2, 7, 8, 9, 3);
    assertThat(inputs.pieceMask()).containsExactly(1, 1, 1, 0, 0, 1, 1, 1, 1, 1);
    assertThat(inputs.wordMask()).containsExactly(1, 0, 0, 1, 1, 1);
  }

  @Test
  void meanPoolingSharesAWordEvenlyAmongItsPieces() {
    assertThat(feed(WordPooling.MEAN, Edges.DEPENDENCY, false).alignment())
        .containsExactly(
            0, 1, 0, 0, 0, //
            0, 0, 0, 0, 0, //
            0, 0, 0, 0, 0, //
            0, 0.5f, 0.5f, 0, 0, //
            0, 0, 0, 0, 0, // a word without a piece
            0, 0, 0, 1, 0);
  }

  @Test
  void firstPoolingReadsTheFirstPieceOfAWord() {
    assertThat(feed(WordPooling.FIRST, Edges.DEPENDENCY, false).alignment())
        .containsExactly(
            0, 1, 0, 0, 0, //
            0, 0, 0, 0, 0, //
            0, 0, 0, 0, 0, //
            0, 1, 0, 0, 0, //
            0, 0, 0, 0, 0, //
            0, 0, 0, 1, 0);
  }

  @Test
  void aWordAndItsHeadAreJoinedBothWays() {
    assertThat(feed(WordPooling.MEAN, Edges.DEPENDENCY, false).adjacency())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, //
            0, 1, 1, //
            1, 0, 0, //
            1, 0, 0);
  }

  @Test
  void aChainJoinsNeighboursAndIgnoresTheTree() {
    assertThat(feed(WordPooling.MEAN, Edges.CHAIN, false).adjacency())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, //
            0, 1, 0, //
            1, 0, 1, //
            0, 1, 0);
  }

  @Test
  void withoutEdgesAllIsZero() {
    assertThat(feed(WordPooling.MEAN, Edges.NONE, false).adjacency()).containsOnly(0).hasSize(18);
  }

  @Test
  void selfLoopsAreOfWordsNotOfPadding() {
    assertThat(feed(WordPooling.MEAN, Edges.NONE, true).adjacency())
        .containsExactly(
            1, 0, 0, 0, 0, 0, 0, 0, 0, //
            1, 0, 0, //
            0, 1, 0, //
            0, 0, 1);
  }

  @Test
  void aWordHasItsOwnFormAndThoseOfItsNeighbours() {
    float[] forms = feed(WordPooling.MEAN, Edges.NONE, false).wordForms();
    int features = NetworkInputs.FORM_FEATURES;

    assertThat(ones(forms, 0)).containsExactly(WordForm.OTHER.ordinal());
    assertThat(ones(forms, features)).isEmpty();
    assertThat(ones(forms, 4 * features))
        .containsExactly(
            WordForm.LOWER.ordinal(),
            features / 3 + WordForm.CAPITALISED.ordinal(),
            2 * features / 3 + WordForm.NUMBER.ordinal());
  }

  private static List<Integer> ones(float[] forms, int offset) {
    return IntStream.range(0, NetworkInputs.FORM_FEATURES)
        .filter(i -> forms[offset + i] == 1)
        .boxed()
        .toList();
  }
}
