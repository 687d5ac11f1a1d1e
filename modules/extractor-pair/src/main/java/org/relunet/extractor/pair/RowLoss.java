package org.relunet.extractor.pair;

import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * The loss of rows of logits, several of each of which may be true.
 *
 * @param kind of the loss
 * @param tagLoss of a logit, for cross-entropy
 */
record RowLoss(Loss kind, TagLoss tagLoss) {
  private static final float NEVER = -1e9f;

  /**
   * @param logits [n, m]
   * @param labels [n, m] 0 or 1
   * @param counts [n, m] 1 for what counts, 0 for what doesn't
   * @return the sum over all rows, a scalar
   */
  Operand<TFloat32> apply(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> labels, Operand<TFloat32> counts) {
    return switch (kind) {
      case CROSS_ENTROPY ->
          tf.sum(
              tf.math.mul(tagLoss.apply(tf, logits, labels), counts),
              tf.constant(new int[] {0, 1}));
      case RANKING ->
          tf.math.add(
              softplusOfSum(tf, logits, tf.math.mul(counts, tf.math.sub(tf.constant(1f), labels))),
              softplusOfSum(tf, tf.math.neg(logits), tf.math.mul(counts, labels)));
    };
  }

  /** The sum over rows of log(1 + sum of exp x over what counts), safe for any x. */
  private static Operand<TFloat32> softplusOfSum(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> counts) {
    Operand<TFloat32> excluded =
        tf.math.mul(tf.math.sub(tf.constant(1f), counts), tf.constant(NEVER));
    Operand<TFloat32> some = tf.math.add(tf.math.mul(x, counts), excluded);
    Operand<TFloat32> highest = // [n, 1]
        tf.stopGradient(
            tf.math.maximum(
                tf.reduceMax(some, tf.constant(1), ReduceMax.keepDims(true)), tf.constant(0f)));
    Operand<TFloat32> sum =
        tf.math.add(
            tf.sum(tf.math.exp(tf.math.sub(some, highest)), tf.constant(1), Sum.keepDims(true)),
            tf.math.exp(tf.math.neg(highest)));
    return tf.sum(tf.math.add(tf.math.log(sum), highest), tf.constant(new int[] {0, 1}));
  }
}
