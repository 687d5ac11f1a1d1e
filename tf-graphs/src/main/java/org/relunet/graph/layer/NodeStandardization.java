package org.relunet.graph.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Takes from each unit of a graph's nodes its mean over them, and divides it by its standard
 * deviation (instance normalisation, Ulyanov, Vedaldi and Lempitsky 2016, arXiv:1607.08022).
 *
 * <p>{@link PairNorm} scales all units alike; here a unit in which nodes hardly differ tells them
 * apart as well as any other.
 */
public final class NodeStandardization {
  private static final float SMALLEST = 1e-5f;

  private NodeStandardization() {}

  /**
   * @param nodes [B, N, d]
   * @param present [B, N, 1] 1 for a node, 0 for padding
   * @return the same shape: (x - mean) / sqrt(variance + 1e-5) over a graph's nodes; zero where
   *     padded, and for a graph of one node
   */
  public static Operand<TFloat32> apply(
      Ops tf, Operand<TFloat32> nodes, Operand<TFloat32> present) {
    Operand<TFloat32> own = Batched.withoutMean(tf, nodes, present);
    Operand<TFloat32> variance = // [B, 1, d]
        tf.math.divNoNan(
            Batched.sumKeeping(tf, tf.math.square(own), 1), Batched.sumKeeping(tf, present, 1));
    return tf.math.mul(own, tf.math.rsqrt(tf.math.add(variance, tf.constant(SMALLEST))));
  }
}
