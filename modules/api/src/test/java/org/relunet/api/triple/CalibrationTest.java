package org.relunet.api.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CalibrationTest {
  @Test
  void noneLeavesEveryBitAsItIs() {
    for (double confidence : new double[] {Double.MIN_VALUE, 0.1, 0.55, 0.9999999999, 1}) {
      assertThat(Calibration.NONE.probability(confidence)).isEqualTo(confidence);
    }
  }

  @Test
  void theLogitIsScaledAndShifted() {
    assertThat(new Calibration(1, Math.log(3)).probability(0.5)).isCloseTo(0.75, within(1e-12));
    assertThat(new Calibration(2, 0).probability(0.8)).isCloseTo(16 / 17.0, within(1e-12));
  }

  @Test
  void theOrderStaysAndCertaintyIsAProbability() {
    Calibration calibration = new Calibration(0.4, -1.5);
    double last = 0;
    for (double confidence = 0.001; confidence < 1; confidence += 0.001) {
      assertThat(calibration.probability(confidence)).isGreaterThan(last).isLessThan(1);
      last = calibration.probability(confidence);
    }
    assertThat(new Calibration(1000, 100).probability(1)).isBetween(0.0, 1.0);
    assertThat(new Calibration(1000, -100).probability(Double.MIN_VALUE)).isPositive();
  }

  @Test
  void aSlopeThatTurnsTheOrderIsRefused() {
    assertThatThrownBy(() -> new Calibration(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Calibration(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
