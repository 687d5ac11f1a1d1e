package org.relunet.graph.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class GraphContextTest {
  private static float[][][] ones(int rows, int width) {
    float[][][] values = new float[1][rows][width];
    for (float[] row : values[0]) {
      Arrays.fill(row, 1);
    }
    return values;
  }

  @Test
  void namesParametersBelowTheirParts() {
    try (GraphRun run = GraphRun.inference()) {
      GraphContext inner = run.context().within("relunet").within("pooling_0");
      inner.parameter("kernel", Shape.of(1), ParameterKind.HEAD, Initializer.zeros());
      run.context().parameter("top", Shape.of(1), ParameterKind.HEAD, Initializer.zeros());
      assertThat(run.parameters().all())
          .extracting(Parameter::name)
          .containsExactly("relunet.pooling_0.kernel", "top");
    }
  }

  @Test
  void sharesParametersBetweenTrainingAndInference() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> trained =
          run.context().parameter("a", Shape.of(1), ParameterKind.HEAD, Initializer.zeros());
      Operand<TFloat32> used =
          run.inferenceContext()
              .parameter("a", Shape.of(1), ParameterKind.HEAD, Initializer.zeros());
      assertThat(used.asOutput()).isEqualTo(trained.asOutput());
    }
  }

  @Test
  void omitsWholeExamplesInTrainingOnly() {
    float[][][] values = new float[400][2][3];
    for (float[][] example : values) {
      for (float[] row : example) {
        Arrays.fill(row, 1);
      }
    }
    try (GraphRun run = GraphRun.training()) {
      float[] kept = run.values(run.context().omitted(run.nodes(values), 0.3));
      int examples = 0;
      for (int b = 0; b < values.length; b++) {
        float first = kept[6 * b];
        assertThat(first).isIn(0f, 1f);
        assertThat(Arrays.copyOfRange(kept, 6 * b, 6 * b + 6)).containsOnly(first);
        examples += (int) first;
      }
      assertThat(examples).isBetween(240, 320);
    }
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x = run.nodes(values);
      assertThat(run.context().omitted(x, 0.3)).isSameAs(x);
    }
  }

  @Test
  void dropsNothingInInference() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x = run.nodes(ones(2, 3));
      assertThat(run.context().dropout(x, 0.5)).isSameAs(x);
    }
  }

  @Test
  void dropsNothingAtRateZero() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> x = run.nodes(ones(2, 3));
      assertThat(run.context().dropout(x, 0)).isSameAs(x);
    }
  }

  @Test
  void dropsAtTheGivenRateAndScalesTheRest() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> dropped = run.context().dropout(run.nodes(ones(100, 100)), 0.3);
      float[] values = run.values(dropped);
      int zeros = 0;
      for (float value : values) {
        if (value == 0) {
          zeros++;
        } else {
          assertThat(value).isCloseTo(1 / 0.7f, Offset.offset(1e-5f));
        }
      }
      assertThat(zeros / 10_000.0).isCloseTo(0.3, Offset.offset(0.02));
    }
  }

  @Test
  void dropsTheSameForTheSameStepSeedAndOthersForAnother() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> dropped = run.context().dropout(run.nodes(ones(10, 10)), 0.5);
      float[] first = run.atStep(8).values(dropped);
      assertThat(run.atStep(9).values(dropped)).isNotEqualTo(first);
      assertThat(run.atStep(8).values(dropped)).isEqualTo(first);
    }
  }

  @Test
  void dropsOthersAtEveryPlaceInTheGraph() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> x = run.nodes(ones(10, 10));
      Operand<TFloat32> here = run.context().dropout(x, 0.5);
      Operand<TFloat32> there = run.context().within("part").dropout(x, 0.5);
      assertThat(run.values(there)).isNotEqualTo(run.values(here));
    }
  }

  @Test
  void makesTheSameRandomNumbersInTheSameGraphBuiltAgain() {
    assertThat(uniform(3)).isEqualTo(uniform(3));
  }

  private static float[] uniform(long step) {
    try (GraphRun run = GraphRun.training()) {
      return run.atStep(step).values(run.context().uniform(run.nodes(ones(4, 4))));
    }
  }

  @Test
  void hasNoRandomNumbersInInference() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> x = run.nodes(ones(2, 3));
      assertThatThrownBy(() -> run.context().within("casrel").uniform(x))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("casrel");
    }
  }

  @Test
  void hasRightGradientsThroughDropout() {
    GradientCheck.of(
            (context, inputs) ->
                context.dropout(context.tf().math.mul(inputs.get("x"), inputs.get("x")), 0.4))
        .input("x", Shape.of(3, 4))
        .check();
  }
}
