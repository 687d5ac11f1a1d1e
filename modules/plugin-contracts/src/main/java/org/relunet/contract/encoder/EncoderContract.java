package org.relunet.contract.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.EncoderPart;

/**
 * What every encoder plugin must do. A plugin's test extends this once for every set of settings
 * that is worth it, small ones for preference.
 *
 * @param <C> the plugin's settings
 */
public abstract class EncoderContract<C extends Record> extends PieceContract<C> {
  private static final double TOLERANCE = 1e-5;

  private EncoderPart encoder;
  private EncoderGraph graph;

  @BeforeAll
  final void buildGraph() {
    assertThat(bound()).isInstanceOf(EncoderPart.class);
    encoder = (EncoderPart) bound();
    graph = new EncoderGraph(encoder, 1);
  }

  @AfterAll
  final void closeGraph() {
    if (graph != null) {
      graph.close();
    }
  }

  @Test
  final void givesOneVectorOfItsWidthAWord() {
    float[][][] words = graph.words(EncoderBatch.of(List.of(encoder.pieces(SHORT))));
    assertThat(words).hasDimensions(1, SHORT.size());
    assertThat(List.of(words[0])).allSatisfy(vector -> assertThat(vector).hasSize(encoder.width()));
    assertThat(flat(words)).allSatisfy(value -> assertThat(value).isFinite());
    assertThat(words[0][0]).isNotEqualTo(words[0][1]);
  }

  @Test
  final void takesASentenceOfTheMostPiecesItNames() {
    PieceSequence pieces = encoder.pieces(LONG);
    int most = Math.min(encoder.maximumPieces(), 512);
    EncoderBatch batch = new EncoderBatch(List.of(pieces), most, pieces.wordCount());
    assertThat(flat(graph.words(batch))).allSatisfy(value -> assertThat(value).isFinite());
  }

  @Test
  final void givesTheSameVectorsWhateverThePaddingAndTheOtherSentences() {
    PieceSequence one = encoder.pieces(SHORT);
    PieceSequence other = encoder.pieces(LONG);
    float[][] alone = graph.words(EncoderBatch.of(List.of(one)))[0];
    EncoderBatch padded = EncoderBatch.of(List.of(other, one), 5);
    float[][] together = graph.fetch(graph.inference().words(), padded, 3)[1];
    assertClose(Arrays.copyOf(together, alone.length), alone, TOLERANCE);
  }

  @Test
  final void givesZerosForPaddedWords() {
    float[][] words = graph.words(EncoderBatch.of(List.of(encoder.pieces(SHORT)), 2))[0];
    assertThat(words[SHORT.size()]).containsOnly(0f);
  }

  @Test
  final void isDeterministicInInference() {
    EncoderBatch batch = EncoderBatch.of(List.of(encoder.pieces(SHORT), encoder.pieces(LONG)));
    assertThat(graph.words(batch)).isDeepEqualTo(graph.words(batch));
  }

  @Test
  final void isReproducibleInTrainingForAStepsSeed() {
    EncoderBatch batch = EncoderBatch.of(List.of(encoder.pieces(SHORT)));
    assertClose(graph.trainingWords(batch, 7)[0], graph.trainingWords(batch, 7)[0], TOLERANCE);
  }

  @Test
  final void leavesTheLearningRateOfHeadsToOthers() {
    assertThat(graph.parameters().all())
        .extracting(Parameter::kind)
        .doesNotContain(ParameterKind.HEAD);
  }

  @Test
  final void givesEveryTrainedParameterItsGradient() {
    EncoderBatch batch = EncoderBatch.of(List.of(encoder.pieces(SHORT), encoder.pieces(LONG)), 1);
    new GradientComparison(graph, batch, 1).check();
  }

  @Test
  final void goesOnFromTheKeptOutputOfItsFrozenLayers() {
    EncoderBatch batch = EncoderBatch.of(List.of(encoder.pieces(SHORT), encoder.pieces(LONG)), 1);
    graph
        .inference()
        .frozenBoundary()
        .ifPresent(
            boundary -> {
              float[][][] kept = graph.fetch(boundary, batch, 0);
              float[][][] words = graph.words(batch);
              float[][][] resumed = graph.wordsGiven(boundary, kept, batch);
              for (int b = 0; b < batch.size(); b++) {
                assertClose(resumed[b], words[b], TOLERANCE);
              }
              float[][][] other = new float[kept.length][kept[0].length][kept[0][0].length];
              assertThat(flat(graph.wordsGiven(boundary, other, batch)))
                  .as("the boundary is on the way to the words")
                  .isNotEqualTo(flat(words));
            });
  }

  @Test
  final void hasAFrozenBoundaryThatNeitherDropoutNorTrainingChanges() {
    EncoderBatch batch = EncoderBatch.of(List.of(encoder.pieces(LONG)));
    graph
        .training()
        .frozenBoundary()
        .ifPresent(
            boundary -> {
              float[][] kept =
                  graph.fetch(graph.inference().frozenBoundary().orElseThrow(), batch, 0)[0];
              Map<Parameter, float[]> before = new LinkedHashMap<>();
              for (Parameter parameter : graph.parameters().trained()) {
                before.put(parameter, graph.value(parameter));
                graph.set(parameter, new float[Math.toIntExact(parameter.shape().size())]);
              }
              float[][] later = graph.trainingFetch(boundary, batch, 5)[0];
              before.forEach(graph::set);
              assertClose(later, kept, TOLERANCE);
            });
  }

  @Test
  final void hasAFrozenBoundaryUnlessAllOfItIsTrained() {
    assertThat(graph.training().frozenBoundary().isPresent())
        .isEqualTo(graph.inference().frozenBoundary().isPresent());
    boolean allTrained = graph.parameters().trained().size() == graph.parameters().all().size();
    assertThat(graph.inference().frozenBoundary().isEmpty()).isEqualTo(allTrained);
  }

  private static List<Float> flat(float[][][] nested) {
    List<Float> values = new ArrayList<>();
    Stream.of(nested)
        .flatMap(Stream::of)
        .forEach(
            row -> {
              for (float value : row) {
                values.add(value);
              }
            });
    return values;
  }

  private static void assertClose(float[][] actual, float[][] expected, double tolerance) {
    assertThat(actual.length).isEqualTo(expected.length);
    for (int row = 0; row < expected.length; row++) {
      for (int i = 0; i < expected[row].length; i++) {
        assertThat((double) actual[row][i])
            .as("row %s, element %s", row, i)
            .isCloseTo(expected[row][i], within(tolerance));
      }
    }
  }
}
