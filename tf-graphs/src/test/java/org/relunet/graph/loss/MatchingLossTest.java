package org.relunet.graph.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.loss.LossSettings.Matching;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class MatchingLossTest {
  private static final float[][][] COST = {{{1, 2, 0.5f}, {3, 4, -1}}};

  /** Entity 0 to node 1, entity 1 to node 2. */
  private static final float[][][] PERMUTATION = {{{0, 1, 0}, {0, 0, 1}}};

  private static final double PAPER =
      2 - 1 - 2 * Math.log(exp(1) + exp(2) + exp(0.5) + exp(3) + exp(4) + exp(-1));

  private static final double CONTRASTIVE =
      -Math.log(exp(-2) / (exp(-1) + exp(-2) + exp(-0.5)))
          - Math.log(exp(1) / (exp(-3) + exp(-4) + exp(1)));

  private static double exp(double x) {
    return Math.exp(x);
  }

  private static double loss(Matching form, float[][][] cost, float[][][] permutation) {
    try (GraphRun run = GraphRun.inference()) {
      GoldMatching matching = new GoldMatching(run.nodes(cost), run.nodes(permutation));
      return run.scalar(MatchingLoss.build(run.context(), form, false, matching));
    }
  }

  private static void assertLoss(
      Matching form, float[][][] cost, float[][][] permutation, double expected) {
    assertThat(loss(form, cost, permutation)).isCloseTo(expected, Offset.offset(1e-4));
  }

  @Test
  void paperFormIsTheMatchedCostLessTheLogOfAllExponentials() {
    assertLoss(Matching.PAPER, COST, PERMUTATION, PAPER);
  }

  @Test
  void contrastiveFormIsTheCrossEntropyOfTheMatchedAmongAll() {
    assertLoss(Matching.CONTRASTIVE, COST, PERMUTATION, CONTRASTIVE);
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfPaddingDoNotCount(Matching form) {
    float[][][] cost = {{COST[0][0], COST[0][1], {0, 0, 0}, {900, -900, 5}}};
    float[][][] permutation = {{PERMUTATION[0][0], PERMUTATION[0][1], {0, 0, 0}, {0, 0, 0}}};
    assertLoss(form, cost, permutation, loss(form, COST, PERMUTATION));
  }

  @ParameterizedTest
  @EnumSource
  void aSentenceWithoutEntityCountsAsZeroInTheMean(Matching form) {
    float[][][] cost = {COST[0], {{0, 0, 0}, {0, 0, 0}}};
    float[][][] permutation = {PERMUTATION[0], {{0, 0, 0}, {0, 0, 0}}};
    assertLoss(form, cost, permutation, loss(form, COST, PERMUTATION) / 2);
  }

  @ParameterizedTest
  @EnumSource
  void isZeroWithoutAnyEntity(Matching form) {
    assertLoss(form, new float[2][1][3], new float[2][1][3], 0);
  }

  @ParameterizedTest
  @EnumSource
  void isDividedByTheEntitiesOfEachSentenceWhereAskedFor(Matching form) {
    // of two, one and no entity; the mean is over the sentences
    float[][][] cost = {COST[0], {COST[0][0], {0, 0, 0}}, {{0, 0, 0}, {0, 0, 0}}};
    float[][][] permutation = {
      PERMUTATION[0], {PERMUTATION[0][0], {0, 0, 0}}, {{0, 0, 0}, {0, 0, 0}}
    };
    double one = loss(form, new float[][][] {{COST[0][0]}}, new float[][][] {{PERMUTATION[0][0]}});
    try (GraphRun run = GraphRun.inference()) {
      GoldMatching matching = new GoldMatching(run.nodes(cost), run.nodes(permutation));
      assertThat((double) run.scalar(MatchingLoss.build(run.context(), form, true, matching)))
          .isCloseTo((loss(form, COST, PERMUTATION) / 2 + one) / 3, Offset.offset(1e-4));
    }
  }

  @Test
  void contrastiveFormIsZeroWhereTheMatchedAreTheCheapestByFar() {
    float[][][] cost = {{{0, -100, 0}, {50, 50, -50}}};
    assertLoss(Matching.CONTRASTIVE, cost, PERMUTATION, 0);
  }

  @Test
  void contrastiveFormIsNeverNegative() {
    float[][][] cost = {{{4, -3, 0.25f}, {-2, 8, 1}}};
    assertThat(loss(Matching.CONTRASTIVE, cost, PERMUTATION)).isPositive();
  }

  @Test
  void paperFormHasNoBound() {
    float[][][] cost = {{{0, -1000, 0}, {0, 0, -1000}}};
    assertThat(loss(Matching.PAPER, cost, PERMUTATION)).isLessThan(-1999);
  }

  @ParameterizedTest
  @EnumSource
  void isFiniteForHugeCosts(Matching form) {
    float[][][] cost = {{{1e4f, -1e4f, 0}, {-1e4f, 1e4f, 1e4f}}};
    assertThat(loss(form, cost, PERMUTATION)).isFinite();
  }

  @ParameterizedTest
  @EnumSource
  void hasRightGradients(Matching form) {
    GradientCheck.of(
            (context, inputs) ->
                MatchingLoss.build(
                    context,
                    form,
                    false,
                    new GoldMatching(inputs.get("cost"), inputs.get("matched"))))
        .input("cost", Shape.of(2, 2, 3), .3f, -.5f, 1, .2f, .7f, -.9f, .6f, .1f, -.4f, 0, 0, 0)
        .constant("matched", Shape.of(2, 2, 3), 0f, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)
        .check();
  }

  @ParameterizedTest
  @EnumSource
  void paddingAndSentencesWithoutEntityHaveNoGradient(Matching form) {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> cost = run.nodes(new float[][][] {{{1, 2}, {0, 0}}, {{0, 0}, {0, 0}}});
      GoldMatching matching =
          new GoldMatching(cost, run.nodes(new float[][][] {{{0, 1}, {0, 0}}, new float[2][2]}));
      float[] gradient =
          run.gradient(MatchingLoss.build(run.context(), form, false, matching), cost);
      assertThat(gradient[0]).isNotZero();
      assertThat(gradient[1]).isNotZero();
      for (int i = 2; i < gradient.length; i++) {
        assertThat(gradient[i]).isZero();
      }
    }
  }
}
