package org.relunet.graph.convolution;

import static org.relunet.graph.testing.Closeness.assertClose;
import static org.relunet.graph.testing.Closeness.assertStartsWith;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.testing.GraphValues;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class SageConvolutionTest {
  private static final float[][][] NODES = {{{1, 2}, {3, 4}, {5, 6}}};

  /** 0 - 1 at weight 1, 1 - 2 at weight 3. */
  private static final float[][][] CHAIN = {{{0, 1, 0}, {1, 0, 3}, {0, 3, 0}}};

  /** The node itself plus ten times its neighbourhood. */
  private static final float[] KERNEL = {1, 0, 0, 1, 10, 0, 0, 10};

  private static float[] convolve(Aggregator aggregator, float[][][] adjacency, float... bias) {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          new SageConvolution(aggregator, 0)
              .apply(run.context(), "sage", run.nodes(NODES), run.matrices(adjacency));
      run.set("sage.map.kernel", KERNEL).set("sage.map.bias", bias);
      return run.values(y);
    }
  }

  @Test
  void averagesNeighboursByTheWeightsOfTheirEdges() {
    // node 1: (1 * (1, 2) + 3 * (5, 6)) / 4 = (4, 5)
    assertClose(convolve(Aggregator.WEIGHTED_MEAN, CHAIN, 0, 0), 31, 42, 43, 54, 35, 46);
  }

  @Test
  void averagesNeighboursAlikeWhereAskedFor() {
    // node 1: ((1, 2) + (5, 6)) / 2 = (3, 4)
    assertClose(convolve(Aggregator.MEAN, CHAIN, 0, 0), 31, 42, 33, 44, 35, 46);
  }

  @Test
  void cutsNegativeValuesOff() {
    assertClose(convolve(Aggregator.MEAN, CHAIN, -34, -43), 0, 0, 0, 1, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void leavesANodeWithoutNeighboursToItself(Aggregator aggregator) {
    float[][][] alone = {{{0, 0, 0}, {0, 0, 2}, {0, 2, 0}}};
    assertClose(convolve(aggregator, alone, 0, 0), 1, 2, 53, 64, 35, 46);
  }

  @ParameterizedTest
  @EnumSource
  void isNotChangedByPadding(Aggregator aggregator) {
    GraphValues graphs = GraphValues.trees(3, 5, 4).weighted();
    float[][][] expected = convolve(aggregator, graphs);
    float[][][] padded = convolve(aggregator, graphs.padded(3));
    assertStartsWith(padded[0], expected[0]);
    assertStartsWith(
        java.util.Arrays.copyOf(padded[1], 4), java.util.Arrays.copyOf(expected[1], 4));
  }

  @ParameterizedTest
  @EnumSource
  void followsTheOrderOfTheNodes(Aggregator aggregator) {
    GraphValues graphs = GraphValues.trees(3, 5).weighted();
    int[] order = {3, 0, 4, 2, 1};
    float[][] expected = convolve(aggregator, graphs)[0];
    float[][] reordered = convolve(aggregator, graphs.reordered(order))[0];
    for (int i = 0; i < order.length; i++) {
      assertClose(new float[][] {reordered[i]}, new float[][] {expected[order[i]]});
    }
  }

  private static float[][][] convolve(Aggregator aggregator, GraphValues graphs) {
    try (GraphRun run = GraphRun.inference()) {
      return run.cube(
          new SageConvolution(aggregator, 0)
              .apply(
                  run.context(),
                  "sage",
                  run.nodes(graphs.nodes()),
                  run.matrices(graphs.adjacency())));
    }
  }

  @Test
  void hasRightGradientsAtNodesEdgesAndParameters() {
    gradientOf(new SageConvolution(Aggregator.WEIGHTED_MEAN, 0))
        .input("edges", Shape.of(1, 3, 3), 0.2f, 1, 0.4f, 1, 0.3f, 0.7f, 0.4f, 0.7f, 0.5f)
        .check();
  }

  @ParameterizedTest
  @EnumSource
  void hasRightGradientsThroughASample(Aggregator aggregator) {
    gradientOf(new SageConvolution(aggregator, 1))
        .constant("edges", Shape.of(1, 3, 3), 0, 1f, 0.4f, 1f, 0, 0.7f, 0.4f, 0.7f, 0)
        .check();
  }

  private static GradientCheck gradientOf(SageConvolution convolution) {
    return GradientCheck.of(
            (context, inputs) ->
                convolution.apply(context, "sage", inputs.get("nodes"), inputs.get("edges")))
        .input("nodes", Shape.of(1, 3, 2));
  }
}
