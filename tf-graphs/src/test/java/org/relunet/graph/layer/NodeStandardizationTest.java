package org.relunet.graph.layer;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class NodeStandardizationTest {
  private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> mask) {
    return tf.expandDims(mask, tf.constant(2));
  }

  /** Two nodes and a padded one; then one node alone. */
  @Test
  void givesEachUnitTheMeanZeroAndTheDeviationOneOverThePresentNodes() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> mask = run.mask(new float[][] {{1, 1, 0}, {1, 0, 0}});
      Operand<TFloat32> y =
          NodeStandardization.apply(
              run.tf(),
              run.nodes(
                  new float[][][] {
                    {{1, 50, 7}, {3, 10, 7}, {9, 9, 9}}, {{4, 5, 6}, {0, 0, 0}, {0, 0, 0}}
                  }),
              column(run.tf(), mask));
      assertClose(run.values(y), -1, 1, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) ->
                NodeStandardization.apply(
                    context.tf(), inputs.get("nodes"), column(context.tf(), inputs.get("mask"))))
        .input("nodes", Shape.of(1, 4, 2), .9f, -.3f, .5f, .7f, -.2f, 1.1f, 0, 0)
        .constant("mask", Shape.of(1, 4), 1f, 1, 1, 0)
        .check();
  }
}
