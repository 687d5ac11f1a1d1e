package org.relunet.graph.loss;

import org.relunet.graph.part.GraphContext;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The losses on the core topology: L_match, L_sim, and their weighted sum, all scalars.
 *
 * @param matching L_match, equation 9
 * @param similarity L_sim, equation 10
 * @param weighted alpha L_match + beta L_sim, and MinCut's own losses where they are asked for
 */
public record CoreLosses(
    Operand<TFloat32> matching, Operand<TFloat32> similarity, Operand<TFloat32> weighted) {

  /**
   * @param words E, [B, N, d]
   */
  public static CoreLosses build(
      GraphContext context,
      LossSettings settings,
      Operand<TFloat32> words,
      CoreTopology core,
      GoldGraphInputs gold) {
    Ops tf = context.tf();
    GoldMatching pairs = GoldMatching.build(context, words, core, gold);
    Operand<TFloat32> matching =
        MatchingLoss.build(context, settings.matching(), settings.matchingMean(), pairs);
    Operand<TFloat32> similarity =
        SimilarityLoss.build(context, settings.similarity(), core, gold, pairs);
    Operand<TFloat32> weighted =
        tf.math.add(
            scaled(tf, matching, settings.alpha()), scaled(tf, similarity, settings.beta()));
    if (settings.mincutWeight() > 0) {
      weighted = tf.math.add(weighted, scaled(tf, core.auxiliaryLoss(), settings.mincutWeight()));
    }
    return new CoreLosses(matching, similarity, weighted);
  }

  private static Operand<TFloat32> scaled(Ops tf, Operand<TFloat32> loss, double weight) {
    return tf.math.mul(loss, tf.constant((float) weight));
  }
}
