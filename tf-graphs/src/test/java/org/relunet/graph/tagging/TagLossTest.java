package org.relunet.graph.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class TagLossTest {
  private static final float LOG_THREE = (float) Math.log(3);
  private static final float[] LOGITS = {-6, -2, -.5f, 0.25f, 1, 4};

  private static float[] loss(TagLoss loss, float[] logits, float... labels) {
    try (GraphRun run = GraphRun.inference()) {
      return run.values(
          loss.apply(run.tf(), run.mask(new float[][] {logits}), run.mask(new float[][] {labels})));
    }
  }

  @Test
  void isBinaryCrossEntropyItselfWherePlain() {
    float[] labels = {1, 0, 1, 0, 1, 0};
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> expected =
          BinaryCrossEntropy.apply(
              run.tf(), run.mask(new float[][] {LOGITS}), run.mask(new float[][] {labels}));
      assertThat(loss(TagLoss.PLAIN, LOGITS, labels)).isEqualTo(run.values(expected));
    }
  }

  @Test
  void tagsThatAreOneHaveTheirWeight() {
    assertClose(
        loss(new TagLoss(3, 0), new float[] {0, 0, LOG_THREE, LOG_THREE}, 1, 0, 1, 0),
        3 * Math.log(2),
        Math.log(2),
        -3 * Math.log(0.75),
        -Math.log(0.25));
  }

  @Test
  void tagsCountTheLessTheSurerTheyAreRight() {
    assertClose(
        loss(new TagLoss(1, 2), new float[] {0, LOG_THREE, LOG_THREE, -LOG_THREE}, 1, 1, 0, 0),
        0.25 * Math.log(2),
        -0.25 * 0.25 * Math.log(0.75),
        -0.75 * 0.75 * Math.log(0.25),
        -0.25 * 0.25 * Math.log(0.75));
  }

  @Test
  void weightAndFocusMultiply() {
    assertClose(
        loss(new TagLoss(5, 1), new float[] {LOG_THREE, LOG_THREE}, 1, 0),
        -5 * 0.25 * Math.log(0.75),
        -0.75 * Math.log(0.25));
  }

  @Test
  void aFocusTakesMostOffTheRightTagsAndLittleOffTheWrongOnes() {
    float[] wrong = {1, 1, 1, 0, 0, 0};
    float[] plain = loss(TagLoss.PLAIN, LOGITS, wrong);
    float[] focused = loss(new TagLoss(1, 2), LOGITS, wrong);
    for (int i = 0; i < LOGITS.length; i++) {
      assertThat(focused[i]).isPositive().isLessThan(plain[i]);
    }
    assertThat(focused[0] / plain[0]).isGreaterThan(0.99f);
    float[] right = {0, 0, 0, 1, 1, 1};
    float[] rightPlain = loss(TagLoss.PLAIN, LOGITS, right);
    assertThat(loss(new TagLoss(1, 2), LOGITS, right)[0]).isLessThan(1e-5f * rightPlain[0]);
  }

  @Test
  void isRightForHugeLogits() {
    assertClose(
        loss(
            new TagLoss(2, 3),
            new float[] {1e4f, 1e4f, -1e4f, -1e4f, 3e38f, -3e38f},
            1,
            0,
            0,
            1,
            1,
            0),
        0,
        1e4,
        0,
        2e4,
        0,
        0);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "1, 2", "3, 0", "0.5, 5"})
  void hasFiniteGradientsForHugeLogits(double weight, double focusing) {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> logits = run.mask(new float[][] {{1e4f, 1e4f, -1e4f, -1e4f, 3e38f}});
      Operand<TFloat32> labels = run.mask(new float[][] {{1, 0, 0, 1, 1}});
      Operand<TFloat32> loss = new TagLoss(weight, focusing).apply(run.tf(), logits, labels);
      assertClose(run.gradient(loss, logits), 0, 1, 0, -weight, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "1, 2", "3, 0", "0.5, 1.5"})
  void hasRightGradients(double weight, double focusing) {
    GradientCheck.of(
            (context, inputs) ->
                new TagLoss(weight, focusing)
                    .apply(context.tf(), inputs.get("logits"), inputs.get("labels")))
        .input("logits", Shape.of(2, 3), -2, -.7f, -.1f, .2f, 1, 1.5f)
        .constant("labels", Shape.of(2, 3), 1f, 0, 1, 0, 1, 0)
        .check();
  }

  @Test
  void namesTheKeyThatIsOutOfRange() {
    assertThatThrownBy(() -> new TagLoss(0, 0)).hasMessageContaining("positive-weight");
    assertThatThrownBy(() -> new TagLoss(1, -1)).hasMessageContaining("focusing");
  }
}
