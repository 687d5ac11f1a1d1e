package org.relunet.graph.loss;

import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.EdgeNormalization;
import org.relunet.graph.pooling.OffDiagonal;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The graph similarity loss (equation 10): point-wise binary cross-entropy of the core's edges
 * against the gold edges carried over by the matching, off the diagonal.
 *
 * <p>The core's edges are divided by the roots of their ends' degrees (equation 3), so that a core
 * can't be what the paper wants of it: two edges of 1 at one node, say. {@link
 * LossSettings.Similarity#NORMALISED} wants what a core can be.
 */
final class SimilarityLoss {
  /** Keeps logarithms finite: edges of 0 and 1 are common. */
  private static final float MARGIN = 1e-4f;

  private SimilarityLoss() {}

  /**
   * @return scalar, mean over the sentences, and before over the pairs of core nodes that count in
   *     each; a sentence whose annotation leaves edges open adds nothing, and one without such a
   *     pair neither
   */
  static Operand<TFloat32> build(
      GraphContext context,
      LossSettings.Similarity form,
      CoreTopology core,
      GoldGraphInputs gold,
      GoldMatching matching) {
    Ops tf = context.tf();
    int size = core.size();
    Operand<TFloat32> spread = Batched.product(tf, gold.adjacency(), matching.permutation());
    Operand<TFloat32> carried = // P^T A_gold P, [B, C, C]
        Batched.transposedProduct(tf, matching.permutation(), spread);
    Operand<TFloat32> offDiagonal = OffDiagonal.of(tf, size);
    return switch (form) {
      case PAPER -> {
        Operand<TFloat32> losses = losses(context, core, carried, offDiagonal, gold);
        yield tf.math.mul(
            tf.math.mean(losses, tf.constant(0)), tf.constant(1f / Math.max(1, size * (size - 1))));
      }
      case NORMALISED -> {
        Operand<TFloat32> pairs = tf.math.mul(matchedPairs(tf, matching), offDiagonal);
        Operand<TFloat32> wanted = EdgeNormalization.apply(context, carried, size);
        yield tf.math.mean(
            tf.math.divNoNan(
                losses(context, core, wanted, pairs, gold),
                tf.sum(pairs, tf.constant(new int[] {1, 2}))),
            tf.constant(0));
      }
    };
  }

  /** 1 for two core nodes that entities are matched to, [B, C, C]. */
  private static Operand<TFloat32> matchedPairs(Ops tf, GoldMatching matching) {
    Operand<TFloat32> matched = // [B, 1, C]
        Batched.sumKeeping(tf, matching.permutation(), 1);
    return Batched.transposedProduct(tf, matched, matched);
  }

  /**
   * @param wanted edges, [B, C, C]
   * @param pairs those that count, broadcast to the same shape
   * @return sums over the pairs, [B]
   */
  private static Operand<TFloat32> losses(
      GraphContext context,
      CoreTopology core,
      Operand<TFloat32> wanted,
      Operand<TFloat32> pairs,
      GoldGraphInputs gold) {
    Ops tf = context.tf();
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
    return tf.math.mul(
        tf.sum(tf.math.mul(loss, pairs), tf.constant(new int[] {1, 2})), gold.edgesKnown());
  }
}
