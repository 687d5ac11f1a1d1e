package org.relunet.graph.layer;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.ndarray.Shape;

class PairNormTest {
  @Test
  void takesWhatAllNodesShareAndScalesTheRest() {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(
          run.values(
              PairNorm.apply(
                  run.tf(),
                  run.nodes(new float[][][] {{{10, 5}, {14, 5}}, {{3, 4}, {9, 9}}}),
                  run.mask(new float[][] {{1, 1}, {1, 0}}))),
          // mean (12, 5), then (-2, 0) and (2, 0) of mean square 2; a lone node has nothing of its
          // own
          -Math.sqrt(2),
          0,
          Math.sqrt(2),
          0,
          0,
          0,
          0,
          0);
    }
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) ->
                PairNorm.apply(
                    context.tf(),
                    inputs.get("nodes"),
                    context.tf().constant(new float[][] {{1, 1, 1}, {1, 1, 0}})))
        .input("nodes", Shape.of(2, 3, 4))
        .check();
  }
}
