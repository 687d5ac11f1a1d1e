package org.relunet.extractor.pair;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Turns the vectors of words by angles that grow with the word's position, so that the product of
 * two of them depends on how far the words are apart (RoPE, Su et al. 2021, arXiv:2104.09864).
 *
 * @param cosines [N, w]
 * @param sines [N, w]
 */
record RotaryPositions(Operand<TFloat32> cosines, Operand<TFloat32> sines) {
  private static final double BASE = 10_000;

  /**
   * @param words N, a scalar
   * @param half w, half the width of the vectors
   */
  static RotaryPositions of(Ops tf, Operand<TInt32> words, int half) {
    float[][] frequencies = new float[1][half];
    for (int i = 0; i < half; i++) {
      frequencies[0][i] = (float) Math.pow(BASE, -(double) i / half);
    }
    Operand<TFloat32> positions =
        tf.dtypes.cast(tf.range(tf.constant(0), words, tf.constant(1)), TFloat32.class);
    Operand<TFloat32> angles =
        tf.math.mul(tf.expandDims(positions, tf.constant(1)), tf.constant(frequencies));
    return new RotaryPositions(tf.math.cos(angles), tf.math.sin(angles));
  }

  /**
   * @param first [B, N, w] the first numbers of the pairs that are turned
   * @param second [B, N, w] the second ones
   * @return [B, N, 2w]
   */
  Operand<TFloat32> turn(Ops tf, Operand<TFloat32> first, Operand<TFloat32> second) {
    return tf.concat(
        List.of(
            tf.math.sub(tf.math.mul(first, cosines), tf.math.mul(second, sines)),
            tf.math.add(tf.math.mul(first, sines), tf.math.mul(second, cosines))),
        tf.constant(2));
  }
}
