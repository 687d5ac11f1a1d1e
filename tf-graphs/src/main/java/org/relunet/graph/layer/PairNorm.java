package org.relunet.graph.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * PairNorm (Zhao and Akoglu 2020, <i>PairNorm: tackling oversmoothing in GNNs</i>,
 * arXiv:1909.12223): takes from a graph's nodes what all of them share, and scales what is left so
 * that they stay apart.
 */
public final class PairNorm {
  private static final float SMALLEST = 1e-6f;

  private PairNorm() {}

  /**
   * @param nodes [B, N, d]
   * @param mask [B, N] 1 for a node, 0 for padding
   * @return the same shape: nodes without the mean of their graph, of mean square 1 over it; zero
   *     where padded, and for a graph of one node
   */
  public static Operand<TFloat32> apply(Ops tf, Operand<TFloat32> nodes, Operand<TFloat32> mask) {
    Operand<TFloat32> present = tf.expandDims(mask, tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> own = Batched.withoutMean(tf, nodes, present);
    Operand<TFloat32> squares = // [B, 1, 1]
        tf.sum(
            tf.math.mean(tf.math.square(own), tf.constant(2), Mean.keepDims(true)),
            tf.constant(1),
            Sum.keepDims(true));
    Operand<TFloat32> square = tf.math.divNoNan(squares, Batched.sumKeeping(tf, present, 1));
    return tf.math.mul(own, tf.math.rsqrt(tf.math.add(square, tf.constant(SMALLEST))));
  }
}
