package org.relunet.graph.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class EdgeNormalizationTest {
  @Test
  void dropsSelfLoopsAndDividesByTheRootsOfTheDegrees() {
    // without the diagonal, the degrees are 4, 3, 5
    float[][][] edges = {{{9, 1, 3}, {1, 7, 2}, {3, 2, 8}}};
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y = EdgeNormalization.apply(run.context(), run.nodes(edges), 3);
      double a = 1 / Math.sqrt(12);
      double b = 3 / Math.sqrt(20);
      double c = 2 / Math.sqrt(15);
      assertClose(run.values(y), 0, a, b, a, 0, c, b, c, 0);
    }
  }

  @Test
  void givesANodeWithoutEdgesZerosAndAFiniteGradient() {
    float[][][] edges = {{{5, 0, 0}, {0, 0, 2}, {0, 2, 0}}, new float[3][3]};
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x = run.nodes(edges);
      Operand<TFloat32> y = EdgeNormalization.apply(run.context(), x, 3);
      assertClose(run.values(y), 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      for (float slope : run.gradient(y, x)) {
        assertThat(slope).isFinite();
      }
    }
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of((context, inputs) -> EdgeNormalization.apply(context, inputs.get("edges"), 3))
        .input("edges", Shape.of(1, 3, 3), 1, 0.5f, 0.8f, 0.5f, 1, 0.3f, 0.8f, 0.3f, 1)
        .check();
  }
}
