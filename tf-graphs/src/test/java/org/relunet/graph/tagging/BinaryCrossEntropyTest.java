package org.relunet.graph.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class BinaryCrossEntropyTest {
  private static float[] loss(float[] logits, float... labels) {
    try (GraphRun run = GraphRun.inference()) {
      return run.values(
          BinaryCrossEntropy.apply(
              run.tf(), run.mask(new float[][] {logits}), run.mask(new float[][] {labels})));
    }
  }

  @Test
  void isTheNegativeLogarithmOfTheLabelsProbability() {
    double probability = 1 / (1 + Math.exp(-1.5));
    assertClose(
        loss(new float[] {0, 0, 1.5f, 1.5f, -1.5f}, 0, 1, 1, 0, 0),
        Math.log(2),
        Math.log(2),
        -Math.log(probability),
        -Math.log(1 - probability),
        -Math.log(probability));
  }

  @Test
  void isRightForHugeLogits() {
    assertClose(
        loss(new float[] {1e4f, 1e4f, -1e4f, -1e4f, 3e38f, -3e38f}, 1, 0, 0, 1, 1, 0),
        0,
        1e4,
        0,
        1e4,
        0,
        0);
  }

  @Test
  void keepsTheLossOfASureAndRightTag() {
    assertThat(loss(new float[] {20}, 1)[0]).isBetween(2.0e-9f, 2.1e-9f);
    assertThat(loss(new float[] {-20}, 0)[0]).isBetween(2.0e-9f, 2.1e-9f);
  }

  @Test
  void hasFiniteGradientsForHugeLogits() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> logits = run.mask(new float[][] {{1e4f, 1e4f, -1e4f, -1e4f}});
      Operand<TFloat32> labels = run.mask(new float[][] {{1, 0, 0, 1}});
      assertClose(
          run.gradient(BinaryCrossEntropy.apply(run.tf(), logits, labels), logits), 0, 1, 0, -1);
    }
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) ->
                BinaryCrossEntropy.apply(context.tf(), inputs.get("logits"), inputs.get("labels")))
        .input("logits", Shape.of(2, 3), -2, -.7f, -.1f, .2f, 1, 3)
        .constant("labels", Shape.of(2, 3), 1f, 0, 1, 0, 1, 0)
        .check();
  }
}
