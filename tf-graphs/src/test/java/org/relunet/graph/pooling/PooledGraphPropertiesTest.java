package org.relunet.graph.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;
import static org.relunet.graph.testing.Closeness.assertStartsWith;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.convolution.SageConvolution;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.testing.GraphValues;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Sentences of 7, 3 and 1 words in a batch of 9, pooled to 4 supernodes. */
class PooledGraphPropertiesTest {
  private static final int CLUSTERS = 4;
  private static final int[] SIZES = {7, 3, 1};
  private static final GraphValues GRAPHS = GraphValues.trees(5, SIZES).padded(2);
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  /** What a pooling gave, as numbers. */
  private record Pooled(
      float[][][] nodes,
      float[][][] adjacency,
      float[][][] assignment,
      float[][][] decomposition,
      float entropy,
      float auxiliaryLoss) {}

  private static PooledGraph build(
      GraphRun run, AssignmentNormalization normalization, NodeGraph graph) {
    return new GraphPooling(
            CLUSTERS,
            new SageConvolution(Aggregator.WEIGHTED_MEAN, 0),
            normalization,
            AssignmentInput.CONVOLVED,
            6,
            1)
        .apply(run.context(), "pooling", graph);
  }

  private static Pooled pool(AssignmentNormalization normalization, GraphValues values) {
    try (GraphRun run = GraphRun.inference()) {
      PooledGraph pooled = build(run, normalization, values.in(run));
      return new Pooled(
          run.cube(pooled.graph().nodes()),
          run.cube(pooled.graph().adjacency()),
          run.cube(pooled.assignment()),
          run.cube(pooled.decomposition()),
          run.scalar(pooled.entropy()),
          run.scalar(pooled.auxiliaryLoss()));
    }
  }

  @Test
  void columnsOfTheAssignmentSumToOneOverTheNodes() {
    for (float[][] assignment : pool(AssignmentNormalization.NODES, GRAPHS).assignment()) {
      float[] sums = new float[CLUSTERS];
      for (float[] row : assignment) {
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
          sums[cluster] += row[cluster];
        }
      }
      assertClose(sums, 1, 1, 1, 1);
    }
  }

  @Test
  void rowsOfTheAssignmentSumToOneOverTheClusters() {
    assertRowsOfWordsSumToOne(pool(AssignmentNormalization.CLUSTERS, GRAPHS).assignment());
  }

  @ParameterizedTest
  @EnumSource
  void everyWordIsAConvexCombinationOfSupernodes(AssignmentNormalization normalization) {
    assertRowsOfWordsSumToOne(pool(normalization, GRAPHS).decomposition());
  }

  private static void assertRowsOfWordsSumToOne(float[][][] rows) {
    for (int b = 0; b < SIZES.length; b++) {
      for (int word = 0; word < SIZES[b]; word++) {
        float sum = 0;
        for (float value : rows[b][word]) {
          assertThat(value).isNotNegative();
          sum += value;
        }
        assertThat(sum).isCloseTo(1, CLOSE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void paddedWordsBelongToNoSupernode(AssignmentNormalization normalization) {
    Pooled pooled = pool(normalization, GRAPHS);
    for (int b = 0; b < SIZES.length; b++) {
      for (int word = SIZES[b]; word < GRAPHS.size(); word++) {
        assertThat(pooled.assignment()[b][word]).containsOnly(0);
        assertThat(pooled.decomposition()[b][word]).containsOnly(0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void edgesAreSymmetricWithoutSelfLoopsAndAtMostOne(AssignmentNormalization normalization) {
    for (float[][] edges : pool(normalization, GRAPHS).adjacency()) {
      for (int i = 0; i < CLUSTERS; i++) {
        assertThat(edges[i][i]).isZero();
        for (int j = 0; j < CLUSTERS; j++) {
          assertThat(edges[i][j]).isCloseTo(edges[j][i], CLOSE).isBetween(0f, 1.000001f);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSentenceOfOneWordHasSupernodesWithoutEdges(AssignmentNormalization normalization) {
    Pooled pooled = pool(normalization, GRAPHS);
    assertThat(pooled.adjacency()[2]).isDeepEqualTo(new float[CLUSTERS][CLUSTERS]);
    for (float[] node : pooled.nodes()[2]) {
      for (float value : node) {
        assertThat(value).isFinite();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreFiniteEvenForASentenceOfOneWord(AssignmentNormalization normalization) {
    try (GraphRun run = GraphRun.inference()) {
      NodeGraph graph = GRAPHS.in(run);
      PooledGraph pooled = build(run, normalization, graph);
      for (Operand<TFloat32> output :
          List.of(pooled.graph().nodes(), pooled.graph().adjacency(), pooled.auxiliaryLoss())) {
        for (float slope : run.gradient(output, graph.nodes())) {
          assertThat(slope).isFinite();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNotChangedByPadding(AssignmentNormalization normalization) {
    Pooled expected = pool(normalization, GRAPHS);
    Pooled padded = pool(normalization, GRAPHS.padded(6));
    for (int b = 0; b < SIZES.length; b++) {
      assertClose(padded.nodes()[b], expected.nodes()[b]);
      assertClose(padded.adjacency()[b], expected.adjacency()[b]);
      assertStartsWith(padded.assignment()[b], expected.assignment()[b]);
      assertStartsWith(padded.decomposition()[b], expected.decomposition()[b]);
    }
    assertThat(padded.entropy()).isCloseTo(expected.entropy(), CLOSE);
    assertThat(padded.auxiliaryLoss()).isCloseTo(expected.auxiliaryLoss(), CLOSE);
  }

  @ParameterizedTest
  @EnumSource
  void supernodesDoNotDependOnTheOrderOfTheWords(AssignmentNormalization normalization) {
    GraphValues tree = GraphValues.trees(5, 6);
    int[] order = {4, 2, 5, 0, 1, 3};
    Pooled expected = pool(normalization, tree);
    Pooled reordered = pool(normalization, tree.reordered(order));
    assertClose(reordered.nodes()[0], expected.nodes()[0]);
    assertClose(reordered.adjacency()[0], expected.adjacency()[0]);
    float[][] rows =
        Arrays.stream(order).mapToObj(i -> expected.assignment()[0][i]).toArray(float[][]::new);
    assertClose(reordered.assignment()[0], rows);
    assertThat(reordered.entropy()).isCloseTo(expected.entropy(), CLOSE);
  }
}
