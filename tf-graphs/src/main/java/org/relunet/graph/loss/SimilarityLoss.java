package org.relunet.graph.loss;

import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.OffDiagonal;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The graph similarity loss (equation 10): point-wise binary cross-entropy of the core's edges
 * against the gold edges carried over by the matching, off the diagonal.
 */
final class SimilarityLoss {
  /** Keeps logarithms finite: edges of 0 and 1 are common. */
  private static final float MARGIN = 1e-4f;

  private SimilarityLoss() {}

  /**
   * @return scalar, mean over the pairs of core nodes and the sentences; a sentence whose
   *     annotation leaves edges open adds nothing
   */
  static Operand<TFloat32> build(
      GraphContext context, CoreTopology core, GoldGraphInputs gold, GoldMatching matching) {
    Ops tf = context.tf();
    int size = core.size();
    Operand<TFloat32> spread = Batched.product(tf, gold.adjacency(), matching.permutation());
    Operand<TFloat32> wanted = // P^T A_gold P, [B, C, C]
        Batched.transposedProduct(tf, matching.permutation(), spread);
    // squeezed, not clipped: a clipped edge has no gradient, and would stay wrong for ever
    Operand<TFloat32> edges =
        tf.math.add(
            tf.math.mul(core.graph().adjacency(), tf.constant(1 - 2 * MARGIN)),
            tf.constant(MARGIN));
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> loss =
        tf.math.neg(
            tf.math.add(
                tf.math.mul(wanted, tf.math.log(edges)),
                tf.math.mul(tf.math.sub(one, wanted), tf.math.log(tf.math.sub(one, edges)))));
    Operand<TFloat32> summed = // [B]
        tf.math.mul(
            tf.sum(tf.math.mul(loss, OffDiagonal.of(tf, size)), tf.constant(new int[] {1, 2})),
            gold.edgesKnown());
    return tf.math.mul(
        tf.math.mean(summed, tf.constant(0)), tf.constant(1f / Math.max(1, size * (size - 1))));
  }
}
