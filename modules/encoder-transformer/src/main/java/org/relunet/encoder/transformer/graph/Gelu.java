package org.relunet.encoder.transformer.graph;

import org.relunet.encoder.transformer.architecture.Activation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415).
 *
 * <p>Both forms of {@link #build} are written in the very order that TensorFlow's graph optimizer
 * knows: they then become part of the matrix product before them. Where a gradient needs what is in
 * between they can't, and {@link #buildForGradient} has fewer operations.
 */
final class Gelu {
  private static final float SQUARE_ROOT_OF_HALF = (float) Math.sqrt(0.5);
  private static final float SQUARE_ROOT_OF_TWO_OVER_PI = (float) Math.sqrt(2 / Math.PI);
  private static final float CUBIC = 0.044715f;

  private Gelu() {}

  /** The activation, element by element; to be followed backwards by a gradient. */
  static Operand<TFloat32> buildForGradient(Ops tf, Operand<TFloat32> x, Activation activation) {
    return switch (activation) {
      case GELU -> build(tf, x, activation);
      case GELU_TANH -> { // (1 + tanh(z)) / 2 is the logistic function of 2 z
        Operand<TFloat32> slope =
            tf.math.add(
                tf.math.mul(tf.math.square(x), tf.constant(2 * SQUARE_ROOT_OF_TWO_OVER_PI * CUBIC)),
                tf.constant(2 * SQUARE_ROOT_OF_TWO_OVER_PI));
        yield tf.math.mul(x, tf.math.sigmoid(tf.math.mul(x, slope)));
      }
    };
  }

  /** The activation, element by element. */
  static Operand<TFloat32> build(Ops tf, Operand<TFloat32> x, Activation activation) {
    Operand<TFloat32> curve =
        switch (activation) {
          case GELU -> tf.math.erf(tf.math.mul(x, tf.constant(SQUARE_ROOT_OF_HALF)));
          case GELU_TANH -> {
            Operand<TFloat32> cubic =
                tf.math.mul(tf.math.mul(tf.constant(CUBIC), x), tf.math.square(x));
            yield tf.math.tanh(
                tf.math.mul(add(tf, x, cubic), tf.constant(SQUARE_ROOT_OF_TWO_OVER_PI)));
          }
        };
    Operand<TFloat32> gate = tf.math.mul(add(tf, curve, tf.constant(1f)), tf.constant(0.5f));
    return tf.math.mul(gate, x);
  }

  /** The optimizer knows the form with AddV2 alone, for which TensorFlow Java has no builder. */
  private static Operand<TFloat32> add(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.scope()
        .opBuilder("AddV2", "Add")
        .addInput(x.asOutput())
        .addInput(y.asOutput())
        .build()
        .output(0);
  }
}
