package org.relunet.graph.layer;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class LayerNormalizationTest {
  @Test
  void givesEveryRowMeanZeroAndVarianceOne() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          LayerNormalization.apply(
              run.context(), "norm", run.nodes(new float[][][] {{{1, 3}, {-5, 5}}}));
      assertClose(run.values(y), -1, 1, -1, 1);
    }
  }

  @Test
  void scalesAndShifts() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          LayerNormalization.apply(run.context(), "norm", run.nodes(new float[][][] {{{1, 2, 3}}}));
      run.set("norm.scale", 1, 2, 3).set("norm.shift", 10, 20, 30);
      double deviation = Math.sqrt(2.0 / 3);
      assertClose(run.values(y), 10 - 1 / deviation, 20, 30 + 3 / deviation);
    }
  }

  @Test
  void givesTheShiftForARowOfEqualValues() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x = run.nodes(new float[][][] {{{0, 0, 0}, {7, 7, 7}}});
      Operand<TFloat32> y = LayerNormalization.apply(run.context(), "norm", x);
      run.set("norm.shift", 1, 2, 3);
      assertClose(run.values(y), 1, 2, 3, 1, 2, 3);
      for (float slope : run.gradient(y, x)) {
        Assertions.assertThat(slope).isFinite();
      }
    }
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) -> LayerNormalization.apply(context, "norm", inputs.get("x")))
        .input("x", Shape.of(2, 2, 4))
        .check();
  }
}
