package org.relunet.graph.convolution;

import static org.relunet.graph.testing.Closeness.assertClose;
import static org.relunet.graph.testing.Closeness.assertStartsWith;

import java.util.List;
import java.util.Optional;
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

  /** Heads are 1, none and 1; the third word is heard by its head at half its value. */
  @Test
  void hearsEachNeighbourhoodApartAndThroughItsGates() {
    float[][][] toHeads = {{{0, 1, 0}, {0, 0, 0}, {0, 1, 0}}};
    float[][][] toDependents = {{{0, 0, 0}, {1, 0, 1}, {0, 0, 0}}};
    float[][][] gates = {{{1, 2, 1}, {1, 1, 0.5f}, {1, 1, 1}}};
    try (GraphRun run = GraphRun.inference()) {
      Optional<Operand<TFloat32>> factors = Optional.of(run.matrices(gates));
      Operand<TFloat32> y =
          new SageConvolution(Aggregator.WEIGHTED_MEAN, 0)
              .apply(
                  run.context(),
                  "sage",
                  run.nodes(NODES),
                  List.of(
                      new Neighbourhood(run.matrices(toHeads), factors),
                      new Neighbourhood(run.matrices(toDependents), factors)));
      // heads count ten times, dependents a hundred times
      run.set("sage.map.kernel", 1, 0, 0, 1, 10, 0, 0, 10, 100, 0, 0, 100)
          .set("sage.map.bias", 0, 0);
      assertClose(
          run.values(y),
          1 + 10 * 2 * 3,
          2 + 10 * 2 * 4,
          3 + 100 * (1 + 0.5 * 5) / 2,
          4 + 100 * (2 + 0.5 * 6) / 2,
          5 + 10 * 3,
          6 + 10 * 4);
    }
  }

  @Test
  void hasRightGradientsAtTheGatesOfSeveralNeighbourhoods() {
    GradientCheck.of(
            (context, inputs) ->
                new SageConvolution(Aggregator.WEIGHTED_MEAN, 0)
                    .apply(
                        context,
                        "sage",
                        inputs.get("nodes"),
                        List.of(
                            new Neighbourhood(
                                inputs.get("heads"), Optional.of(inputs.get("gates"))),
                            new Neighbourhood(
                                inputs.get("dependents"), Optional.of(inputs.get("gates"))))))
        .input("nodes", Shape.of(1, 3, 2))
        .input("gates", Shape.of(1, 3, 3), 1, 1.2f, 1, .6f, 1, .8f, 1, 1.4f, 1)
        .constant("heads", Shape.of(1, 3, 3), 0f, 1, 0, 0, 0, 0, 0, 1, 0)
        .constant("dependents", Shape.of(1, 3, 3), 0f, 0, 0, 1, 0, 1, 0, 0, 0)
        .check();
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
