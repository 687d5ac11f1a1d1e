package org.relunet.extractor.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.graph.tagging.TagLoss;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.ndarray.Shape;

class RowLossTest {
  private static final float[][] LOGITS = {{2, -1, 0.5f}, {-3, 1, 90}};
  private static final float[][] LABELS = {{1, 0, 1}, {0, 0, 0}};
  private static final float[][] ALL = {{1, 1, 1}, {1, 1, 1}};

  private static double loss(Loss kind, float[][] logits, float[][] labels, float[][] counts) {
    try (GraphRun run = GraphRun.training()) {
      return run.scalar(
          new RowLoss(kind, TagLoss.PLAIN)
              .apply(run.tf(), run.mask(logits), run.mask(labels), run.mask(counts)));
    }
  }

  @Test
  void crossEntropyIsTheSumOverAllThatCount() {
    double first = Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(-0.5));
    double second = Math.log1p(Math.exp(-3)) + Math.log1p(Math.exp(1)) + 90;
    assertThat(loss(Loss.CROSS_ENTROPY, LOGITS, LABELS, ALL))
        .isCloseTo(first + second, within(1e-4));
    assertThat(loss(Loss.CROSS_ENTROPY, LOGITS, LABELS, new float[][] {{1, 1, 1}, {1, 1, 0}}))
        .isCloseTo(first + second - 90, within(1e-4));
  }

  @Test
  void rankingSetsTheTrueAboveZeroAndTheOthersBelowIt() {
    double first = Math.log(1 + Math.exp(-1)) + Math.log(1 + Math.exp(-2) + Math.exp(-0.5));
    double second = 90; // log(1 + exp(-3) + exp(1) + exp(90)), and nothing is true
    assertThat(loss(Loss.RANKING, LOGITS, LABELS, ALL)).isCloseTo(first + second, within(1e-4));
    double without = Math.log(1 + Math.exp(-3) + Math.exp(1));
    assertThat(loss(Loss.RANKING, LOGITS, LABELS, new float[][] {{1, 1, 1}, {1, 1, 0}}))
        .isCloseTo(first + without, within(1e-4));
    assertThat(loss(Loss.RANKING, LOGITS, LABELS, new float[2][3])).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void hasTheGradientOfItsValue(Loss kind) {
    GradientCheck.of(
            (context, inputs) ->
                new RowLoss(kind, TagLoss.PLAIN)
                    .apply(
                        context.tf(),
                        inputs.get("logits"),
                        inputs.get("labels"),
                        inputs.get("counts")))
        .input("logits", Shape.of(2, 3))
        .constant("labels", Shape.of(2, 3), 1f, 0, 1, 0, 0, 1)
        .constant("counts", Shape.of(2, 3), 1f, 1, 1, 1, 1, 1)
        .check();
  }
}
