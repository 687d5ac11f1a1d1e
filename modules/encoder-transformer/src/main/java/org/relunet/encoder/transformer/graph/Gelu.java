package org.relunet.encoder.transformer.graph;

import org.relunet.encoder.transformer.architecture.Activation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415).
 *
 * <p>Both forms are written in the very order that TensorFlow's graph optimizer knows: they then
 * become part of the matrix product before them.
 */
final class Gelu {
  private static final float SQUARE_ROOT_OF_HALF = (float) Math.sqrt(0.5);
  private static final float SQUARE_ROOT_OF_TWO_OVER_PI = (float) Math.sqrt(2 / Math.PI);
  private static final float CUBIC = 0.044715f;

  private Gelu() {}

  /** The activation, element by element. */
  static Operand<TFloat32> build(Ops tf, Operand<TFloat32> x, Activation activation) {
    Operand<TFloat32> curve =
        switch (activation) {
          case GELU -> tf.math.erf(tf.math.mul(x, tf.constant(SQUARE_ROOT_OF_HALF)));
          case GELU_TANH -> {
            Operand<TFloat32> cubic =
                tf.math.mul(tf.constant(CUBIC), tf.math.mul(x, tf.math.square(x)));
            yield tf.math.tanh(
                tf.math.mul(tf.math.add(x, cubic), tf.constant(SQUARE_ROOT_OF_TWO_OVER_PI)));
          }
        };
    Operand<TFloat32> gate = tf.math.mul(tf.math.add(curve, tf.constant(1f)), tf.constant(0.5f));
    return tf.math.mul(gate, x);
  }
}
