package org.relunet.graph.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class InitializerTest {
  private static float[] values(Initializer initializer, long... sizes) {
    return initializer.values(Shape.of(sizes), new SplittableRandom(3));
  }

  @Test
  void givesConstants() {
    assertThat(values(Initializer.zeros(), 2, 2)).containsExactly(0, 0, 0, 0);
    assertThat(values(Initializer.constant(-2), 3)).containsExactly(-2, -2, -2);
  }

  @Test
  void givesAScalarOneValue() {
    assertThat(Initializer.constant(4).values(Shape.scalar(), new SplittableRandom(3)))
        .containsExactly(4);
  }

  @Test
  void spreadsGlorotsValuesEvenlyUpToTheLimit() {
    double limit = Math.sqrt(6.0 / (100 + 50));
    float[] values = values(Initializer.glorotUniform(), 100, 50);
    double square = 0;
    double largest = 0;
    for (float value : values) {
      square += value * value / values.length;
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isBetween(0.99 * limit, limit);
    assertThat(square).isCloseTo(limit * limit / 3, Offset.offset(0.05 * limit * limit / 3));
  }

  @Test
  void cutsNormalValuesOffAtTwoDeviations() {
    float[] values = values(Initializer.truncatedNormal(0.02), 5000);
    double mean = 0;
    double largest = 0;
    for (float value : values) {
      mean += value / values.length;
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(mean).isCloseTo(0, Offset.offset(0.001));
    assertThat(largest).isBetween(0.039, 0.04);
  }

  @Test
  void givesTheSameValuesForTheSameSeed() {
    assertThat(values(Initializer.glorotUniform(), 3, 4))
        .isEqualTo(values(Initializer.glorotUniform(), 3, 4));
  }
}
