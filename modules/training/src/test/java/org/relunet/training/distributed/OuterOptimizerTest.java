package org.relunet.training.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OuterOptimizerTest {
  private static final float EXACT = 1e-6f;

  private static Map<String, float[]> w(float... values) {
    return Map.of("w", values);
  }

  private static Map<String, float[]> mean(Map<String, float[]> first, Map<String, float[]> other) {
    MeanChange mean = new MeanChange();
    mean.add(first);
    mean.add(other);
    return mean.mean();
  }

  @Test
  void theMeanIsThatOfAllWorkers() {
    assertThat(mean(w(1, -2, 0.5f), w(3, 4, 0.25f)).get("w")).containsExactly(2f, 1f, 0.375f);
  }

  @Test
  void otherParametersAreNoChangeOfTheSameNetwork() {
    assertThatThrownBy(() -> mean(w(1), Map.of("x", new float[] {1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mean(w(1), w(1, 2))).hasMessageContaining("1 and 2 values of w");
  }

  @Test
  void withoutMomentumTheWeightsBecomeTheMeanOfTheWorkers() {
    OuterOptimizer outer = new OuterOptimizer(1, 0, Map.of());

    assertThat(outer.step(w(10, 20), w(2, -4)).get("w")).containsExactly(12f, 16f);
  }

  @Test
  void nesterovLooksAhead() {
    OuterOptimizer outer = new OuterOptimizer(0.5, 0.8, Map.of());

    // v = 1; w = 0 + 0.5 (1 + 0.8 * 1)
    Map<String, float[]> first = outer.step(w(0), w(1));
    assertThat(first.get("w")[0]).isCloseTo(0.9f, within(EXACT));
    // v = 0.8 * 1 + 2 = 2.8; w = 0.9 + 0.5 (2 + 0.8 * 2.8)
    Map<String, float[]> second = outer.step(first, w(2));
    assertThat(second.get("w")[0]).isCloseTo(3.02f, within(EXACT));
    assertThat(outer.velocity().get("w")[0]).isCloseTo(2.8f, within(EXACT));
  }

  @Test
  void goesOnWithItsVelocity() {
    OuterOptimizer outer = new OuterOptimizer(0.5, 0.8, w(1));

    assertThat(outer.step(w(0.9f), w(2)).get("w")[0]).isCloseTo(3.02f, within(EXACT));
  }

  @Test
  void theAverageCountsARoundAsItsSteps() {
    RoundAverage average = new RoundAverage(0.5, w(1));

    average.add(w(3), 0, 2);

    // the first steps' decays are 1/10 and 2/11
    double kept = 0.1 * 2 / 11;
    assertThat(average.values().get("w")[0])
        .isCloseTo((float) (kept * 1 + (1 - kept) * 3), within(EXACT));
    average.add(w(1), 1_000, 2);
    // both have come to 0.5
    assertThat(average.values().get("w")[0])
        .isCloseTo((float) (1 + 0.25 * (kept * 1 + (1 - kept) * 3 - 1)), within(EXACT));
  }

  @Test
  void withoutDecayThereIsNoAverage() {
    RoundAverage average = new RoundAverage(0, w(1));

    average.add(w(3), 0, 2);

    assertThat(average.values()).isEmpty();
  }
}
