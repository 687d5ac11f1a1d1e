package org.relunet.graph.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

class DenseTest {
  @Test
  void multipliesByTheKernelAndAddsTheBias() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x =
          run.input(Shape.of(-1, 2), StdArrays.ndCopyOf(new float[][] {{1, 2}, {-1, 0.5f}}));
      Operand<TFloat32> y = Dense.apply(run.context(), "layer", x, 3);
      run.set("layer.kernel", 1, 0, 2, 0, 3, -1).set("layer.bias", 10, 20, 30);
      assertClose(run.values(y), 11, 26, 30, 9, 21.5, 27.5);
    }
  }

  @Test
  void mapsEveryRowOfARankThreeInputAlike() {
    float[][][] values = {{{1, 2}, {3, 4}, {5, 6}}, {{-1, -2}, {-3, -4}, {-5, -6}}};
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y = Dense.apply(run.context(), "layer", run.nodes(values), 1);
      run.set("layer.kernel", 1, 10).set("layer.bias", 0.5f);
      float[][][] mapped = run.cube(y);
      assertThat(mapped)
          .isDeepEqualTo(
              new float[][][] {{{21.5f}, {43.5f}, {65.5f}}, {{-20.5f}, {-42.5f}, {-64.5f}}});
    }
  }

  @Test
  void knowsTheWidthOfItsResult() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y = Dense.apply(run.context(), "layer", run.nodes(new float[1][1][2]), 7);
      assertThat(y.shape().asArray()).containsExactly(-1, -1, 7);
    }
  }

  @Test
  void startsWithTheGivenValues() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y =
          Dense.apply(
              run.context(),
              "layer",
              run.nodes(new float[][][] {{{1, 1}}}),
              2,
              Initializer.constant(0.25f),
              Initializer.constant(-3));
      assertClose(run.values(y), -2.5, -2.5);
    }
  }

  @Test
  void startsWithoutBiasAndWithASpreadKernel() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y = Dense.apply(run.context(), "layer", run.nodes(new float[1][1][2]), 3);
      assertClose(run.values(y), 0, 0, 0);
      Parameter kernel = run.parameters().all().get(0);
      assertThat(kernel.name()).isEqualTo("layer.kernel");
      float[] values = run.values(kernel.value());
      double limit = Math.sqrt(6.0 / 5);
      for (float value : values) {
        assertThat((double) value).isBetween(-limit, limit).isNotZero();
      }
    }
  }

  @Test
  void refusesAnInputOfUnknownWidth() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x = run.matrices(new float[1][1][2]);
      assertThatThrownBy(() -> Dense.apply(run.context(), "layer", x, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("layer: the last axis")
          .hasMessageContaining("must be known");
    }
  }

  @Test
  void hasRightGradientsAtRankTwo() {
    GradientCheck.of((context, inputs) -> Dense.apply(context, "layer", inputs.get("x"), 3))
        .input("x", Shape.of(4, 2))
        .check();
  }

  @Test
  void hasRightGradientsAtRankThree() {
    GradientCheck.of((context, inputs) -> Dense.apply(context, "layer", inputs.get("x"), 3))
        .input("x", Shape.of(2, 3, 2))
        .check();
  }
}
