package org.relunet.graph.loss;

import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.types.TFloat32;

/** The bipartite matching loss (equation 9), in one of two forms. */
final class MatchingLoss {
  private static final float IMPOSSIBLE = -1e30f;

  private MatchingLoss() {}

  /**
   * @param overEntities whether each sentence's loss is divided by m, the number of its matched
   *     entities
   * @return scalar, mean over the sentences
   */
  static Operand<TFloat32> build(
      GraphContext context,
      LossSettings.Matching form,
      boolean overEntities,
      GoldMatching matching) {
    Ops tf = context.tf();
    Operand<TFloat32> losses = // [B]
        switch (form) {
          case PAPER -> paper(context, matching);
          case CONTRASTIVE -> contrastive(context, matching);
        };
    return tf.math.mean(
        overEntities ? tf.math.divNoNan(losses, count(tf, matching)) : losses, tf.constant(0));
  }

  /** m of each sentence, [B]. */
  private static Operand<TFloat32> count(Ops tf, GoldMatching matching) {
    return tf.sum(matching.permutation(), tf.constant(new int[] {1, 2}));
  }

  /** {@code sum_i C_{i,pi(i)} - m log sum_{ij} exp C_ij}, as printed: unbounded below. */
  private static Operand<TFloat32> paper(GraphContext context, GoldMatching matching) {
    Ops tf = context.tf();
    var matrix = tf.constant(new int[] {1, 2});
    Operand<TFloat32> matchedRows = rows(tf, matching); // [B, M, 1]
    Operand<TFloat32> count = count(tf, matching); // [B]
    Operand<TFloat32> matched =
        tf.sum(tf.math.mul(matching.cost(), matching.permutation()), matrix);
    // rows of padding must not enter the sum of exponentials
    Operand<TFloat32> masked =
        tf.math.add(
            tf.math.mul(matching.cost(), matchedRows),
            tf.math.mul(tf.math.sub(tf.constant(1f), matchedRows), tf.constant(IMPOSSIBLE)));
    Operand<TFloat32> highest = // [B, 1, 1]
        tf.stopGradient(
            tf.math.maximum(tf.max(masked, matrix, Max.keepDims(true)), tf.constant(-1e20f)));
    Operand<TFloat32> sum = tf.sum(tf.math.exp(tf.math.sub(masked, highest)), matrix); // [B]
    var any = tf.math.greater(count, tf.constant(0f));
    Operand<TFloat32> safe = tf.select(any, sum, tf.constant(1f));
    Operand<TFloat32> top = tf.select(any, tf.reshape(highest, tf.shape(count)), tf.constant(0f));
    Operand<TFloat32> normalizer = tf.math.add(tf.math.log(safe), top);
    return tf.math.sub(matched, tf.math.mul(count, normalizer));
  }

  /**
   * {@code -sum_i log softmax_j(-C_i)_{pi(i)}}: 0 when the matched pairs are the cheapest by far,
   * never below.
   */
  private static Operand<TFloat32> contrastive(GraphContext context, GoldMatching matching) {
    Ops tf = context.tf();
    Operand<TFloat32> score = tf.math.neg(matching.cost());
    Operand<TFloat32> highest =
        tf.stopGradient(tf.max(score, tf.constant(2), Max.keepDims(true))); // [B, M, 1]
    Operand<TFloat32> centred = tf.math.sub(score, highest);
    // composed: the gradient of LogSoftmax is wrong at rank 3 in this version of TensorFlow
    Operand<TFloat32> logProbability =
        tf.math.sub(centred, tf.math.log(Batched.sumKeeping(tf, tf.math.exp(centred), 2)));
    Operand<TFloat32> matched = tf.math.mul(logProbability, matching.permutation());
    return tf.math.neg(tf.sum(matched, tf.constant(new int[] {1, 2})));
  }

  /** 1 for the entities that were matched, [B, M, 1]. */
  private static Operand<TFloat32> rows(Ops tf, GoldMatching matching) {
    return Batched.sumKeeping(tf, matching.permutation(), 2);
  }
}
