package org.relunet.graph.parameter;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;

/** Gives a parameter its first values, in row-major order. Called late, and at most once a load. */
@FunctionalInterface
public interface Initializer {
  /**
   * @param shape of the parameter, fully known
   * @param random seeded by the model's seed and the parameter's name: independent of the order in
   *     which parameters are made
   * @return {@code shape.size()} values
   */
  float[] values(Shape shape, SplittableRandom random);

  /** Zeros. */
  static Initializer zeros() {
    return constant(0);
  }

  /** The same value everywhere. */
  static Initializer constant(float value) {
    return (shape, random) -> {
      float[] values = new float[Math.toIntExact(shape.size())];
      Arrays.fill(values, value);
      return values;
    };
  }

  /**
   * Uniform in +-sqrt(6 / (fanIn + fanOut)) for a matrix [in, out] (Glorot and Bengio 2010,
   * AISTATS).
   */
  static Initializer glorotUniform() {
    return (shape, random) -> {
      double limit = Math.sqrt(6.0 / (shape.get(0) + shape.get(shape.numDimensions() - 1)));
      return uniform(shape, random, limit);
    };
  }

  /** Normal with mean 0 and the given standard deviation, cut off at two of them, as BERT's. */
  static Initializer truncatedNormal(double standardDeviation) {
    return (shape, random) -> {
      float[] values = new float[Math.toIntExact(shape.size())];
      for (int i = 0; i < values.length; i++) {
        double drawn;
        do {
          drawn = random.nextGaussian();
        } while (Math.abs(drawn) > 2);
        values[i] = (float) (drawn * standardDeviation);
      }
      return values;
    };
  }

  private static float[] uniform(Shape shape, SplittableRandom random, double limit) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (limit * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
