package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.network.NetworkSettings.EdgeDirection;
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
        List.of(ONE_WORD, THREE_WORDS),
        new NetworkSettings(
            pooling, edges, NetworkSettings.EdgeDirection.UNDIRECTED, false, List.of(), false),
        selfLoops);
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

  private static InputTensors feedHeads(Edges edges, boolean labels) {
    return InputTensors.of(
        List.of(ONE_WORD, THREE_WORDS),
        new NetworkSettings(
            WordPooling.MEAN, edges, EdgeDirection.BOTH, labels, List.of("case", "nsubj"), false),
        false);
  }

  @Test
  void theHeadOfEachWordStandsInItsRow() {
    assertThat(feedHeads(Edges.DEPENDENCY, true).headEdges())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, //
            0, 0, 1, //
            1, 0, 0, //
            0, 0, 0);
    assertThat(feedHeads(Edges.CHAIN, true).headEdges())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, //
            0, 0, 0, //
            1, 0, 0, //
            0, 1, 0);
    assertThat(feed(WordPooling.MEAN, Edges.DEPENDENCY, false).headEdges()).isEmpty();
  }

  /** Number 0 is for relations without a name; roots have no edge. */
  @Test
  void theRelationOfEachWordToItsHeadStandsAtItsNumber() {
    assertThat(feedHeads(Edges.DEPENDENCY, true).headLabels())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, //
            0, 0, 1, //
            0, 1, 0, //
            0, 0, 0);
    assertThat(feedHeads(Edges.CHAIN, true).headLabels())
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 0, 0, //
            0, 0, 0, //
            1, 0, 0, //
            1, 0, 0);
  }

  @Test
  void aSubtypeHasTheNumberOfItsRelationUnlessItHasOneItself() {
    EdgeLabels labels = new EdgeLabels(List.of("nsubj", "obl", "obl:tmod"));
    assertThat(labels.size()).isEqualTo(4);
    assertThat(
            List.of("nsubj", "nsubj:pass", "obl:tmod", "obl:agent", "NMOD", "", ":").stream()
                .map(labels::number))
        .containsExactly(1, 1, 3, 2, 0, 0, 0);
  }

  @Test
  void relationsThatAreNamedTwiceAndTooManyAreToldOf() {
    assertThatThrownBy(
            () ->
                new NetworkSettings(
                    WordPooling.MEAN,
                    Edges.NONE,
                    EdgeDirection.BOTH,
                    true,
                    List.of("a", "b", "a"),
                    false))
        .hasMessageStartingWith("edge-label-names: ")
        .hasMessageContaining("[a, b, a]");
    List<String> many = IntStream.range(0, 501).mapToObj(i -> "r" + i).toList();
    assertThatThrownBy(
            () ->
                new NetworkSettings(
                    WordPooling.MEAN, Edges.NONE, EdgeDirection.BOTH, true, many, false))
        .hasMessage("edge-label-names: at most 500 relations are possible, but there are 501");
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
