package org.relunet.graph.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class SoftTagLossTest {
  private static final double LOG_THREE = Math.log(3);

  private static float[] loss(SoftTagLoss loss, float[] logits, float... probabilities) {
    try (GraphRun run = GraphRun.inference()) {
      return run.values(
          loss.apply(
              run.tf(), run.mask(new float[][] {logits}), run.mask(new float[][] {probabilities})));
    }
  }

  @Test
  void isTheCrossEntropyOfTheProbabilitiesWithoutTheirOwnEntropy() {
    float[] logits = {0, 0, (float) LOG_THREE, (float) LOG_THREE, (float) LOG_THREE};
    double entropy = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));
    assertClose(
        loss(new SoftTagLoss(2, 1), logits, 0.5f, 0.25f, 0.5f, 1, 0),
        0,
        2 * (Math.log(2) - entropy),
        -2 * (0.5 * Math.log(0.75) + 0.5 * Math.log(0.25)) - 2 * Math.log(2),
        -2 * Math.log(0.75),
        -2 * Math.log(0.25));
  }

  @Test
  void theTemperatureDividesLogitsAndItsSquareMultipliesTheLoss() {
    float[] logits = {(float) (3 * LOG_THREE)};
    assertClose(loss(new SoftTagLoss(0.5, 3), logits, 1), -0.5 * 9 * Math.log(0.75));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 4})
  void isZeroAndLeastWhereTheProbabilitiesAreTheTeachers(double temperature) {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> logits = run.mask(new float[][] {{-3, -1, 0.5f, 2}});
      Operand<TFloat32> teachers =
          run.tf().math.sigmoid(SoftTagLoss.cooled(run.tf(), logits, temperature));
      Operand<TFloat32> loss = new SoftTagLoss(1, temperature).apply(run.tf(), logits, teachers);
      assertClose(run.values(loss), 0, 0, 0, 0);
      assertClose(run.gradient(loss, logits), 0, 0, 0, 0);
    }
  }

  @Test
  void theGradientIsTheDifferenceOfTheProbabilitiesTimesTheTemperature() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> logits = run.mask(new float[][] {{(float) (2 * LOG_THREE)}});
      Operand<TFloat32> loss =
          new SoftTagLoss(1, 2).apply(run.tf(), logits, run.mask(new float[][] {{0.25f}}));
      assertClose(run.gradient(loss, logits), 2 * (0.75 - 0.25));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2.5})
  void hasRightGradients(double temperature) {
    GradientCheck.of(
            (context, inputs) ->
                new SoftTagLoss(0.7, temperature)
                    .apply(context.tf(), inputs.get("logits"), inputs.get("probabilities")))
        .input("logits", Shape.of(2, 3), -2, -.7f, -.1f, .2f, 1, 3)
        .constant("probabilities", Shape.of(2, 3), 1f, 0, .3f, .9f, .5f, .01f)
        .check();
  }

  @Test
  void isAbsentAtWeightZero() {
    assertThat(SoftTagLoss.NONE.present()).isFalse();
    assertThat(new SoftTagLoss(0.1, 1).present()).isTrue();
    assertThatThrownBy(() -> new SoftTagLoss(1, 0)).hasMessageContaining("temperature");
    assertThatThrownBy(() -> new SoftTagLoss(-1, 1)).hasMessageContaining("weight");
  }
}
