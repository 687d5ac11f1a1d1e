package org.relunet.graph.convolution;

import static org.relunet.graph.testing.Closeness.assertClose;
import static org.relunet.graph.testing.Closeness.assertStartsWith;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.testing.GraphValues;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class KipfWellingConvolutionTest {
  @Test
  void normalisesByTheDegreesWithASelfLoopAdded() {
    float[][][] nodes = {{{1}, {2}, {4}}};
    float[][][] chain = {{{0, 1, 0}, {1, 0, 1}, {0, 1, 0}}};
    double root = Math.sqrt(6); // degrees are 2, 3, 2
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          new KipfWellingConvolution()
              .apply(run.context(), "gcn", run.nodes(nodes), run.matrices(chain));
      run.set("gcn.map.kernel", 2).set("gcn.map.bias", -5);
      assertClose(
          run.values(y),
          0, // 2 (1 / 2 + 2 / root) - 5 < 0
          2 * (1 / root + 2 / 3.0 + 4 / root) - 5,
          2 * (2 / root + 4 / 2.0) - 5);
    }
  }

  /** Of an edge from node 0 to node 1 alone: its row has a degree of 2, its column too. */
  @Test
  void normalisesEdgesThatHaveADirectionByRowsAndColumns() {
    float[][][] toHeads = {{{0, 1}, {0, 0}}};
    float[][][] toDependents = {{{0, 0}, {1, 0}}};
    double root = Math.sqrt(2);
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          new KipfWellingConvolution()
              .apply(
                  run.context(),
                  "gcn",
                  run.nodes(new float[][][] {{{3}, {5}}}),
                  List.of(
                      new Neighbourhood(run.matrices(toHeads), Optional.empty()),
                      new Neighbourhood(
                          run.matrices(toDependents),
                          Optional.of(run.matrices(new float[][][] {{{1, 1}, {3, 1}}})))));
      run.set("gcn.map.kernel", 1, 100);
      assertClose(
          run.values(y),
          (3 + 5 / root) / root + 100 * 3 / 2.0,
          5 / root + 100 * (3 * 3 / 2.0 + 5) / 2);
    }
  }

  @Test
  void leavesANodeWithoutNeighboursToItself() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          new KipfWellingConvolution()
              .apply(
                  run.context(),
                  "gcn",
                  run.nodes(new float[][][] {{{3}}}),
                  run.matrices(new float[1][1][1]));
      assertClose(run.set("gcn.map.kernel", 1).values(y), 3);
    }
  }

  @Test
  void isNotChangedByPadding() {
    GraphValues graphs = GraphValues.trees(3, 5).weighted();
    assertStartsWith(convolve(graphs.padded(4)), convolve(graphs));
  }

  @Test
  void followsTheOrderOfTheNodes() {
    GraphValues graphs = GraphValues.trees(3, 5).weighted();
    int[] order = {3, 0, 4, 2, 1};
    float[][] expected = convolve(graphs);
    float[][] reordered = convolve(graphs.reordered(order));
    for (int i = 0; i < order.length; i++) {
      assertClose(new float[][] {reordered[i]}, new float[][] {expected[order[i]]});
    }
  }

  private static float[][] convolve(GraphValues graphs) {
    try (GraphRun run = GraphRun.inference()) {
      return run.cube(
              new KipfWellingConvolution()
                  .apply(
                      run.context(),
                      "gcn",
                      run.nodes(graphs.nodes()),
                      run.matrices(graphs.adjacency())))[0];
    }
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) ->
                new KipfWellingConvolution()
                    .apply(context, "gcn", inputs.get("nodes"), inputs.get("edges")))
        .input("nodes", Shape.of(1, 3, 2))
        .input("edges", Shape.of(1, 3, 3), 0, 1, 0.4f, 1, 0, 0.7f, 0.4f, 0.7f, 0)
        .check();
  }
}
