package org.relunet.encoder.transformer.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415), the exact one. */
final class Gelu {
  private static final float SQUARE_ROOT_OF_HALF = (float) Math.sqrt(0.5);

  private Gelu() {}

  /**
   * x (erf(x / sqrt 2) + 1) / 2, element by element.
   *
   * <p>Written in the very order that TensorFlow's graph optimizer knows: it then becomes part of
   * the matrix product before it.
   */
  static Operand<TFloat32> build(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant(SQUARE_ROOT_OF_HALF)));
    Operand<TFloat32> gate = tf.math.mul(tf.math.add(erf, tf.constant(1f)), tf.constant(0.5f));
    return tf.math.mul(gate, x);
  }
}
