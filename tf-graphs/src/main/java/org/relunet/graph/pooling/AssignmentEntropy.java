package org.relunet.graph.pooling;

import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** How evenly an assignment spreads: 0 is one-hot, 1 is "all alike", a collapse. */
record AssignmentEntropy(AssignmentNormalization normalization, int clusters) {
  private static final float SMALLEST = 1e-9f;

  /**
   * @param assignment S, [B, N, C]
   * @param mask [B, N]
   * @return scalar: the mean of entropy / maximal entropy over the distributions of the batch
   */
  Operand<TFloat32> apply(
      GraphContext context, Operand<TFloat32> assignment, Operand<TFloat32> mask) {
    Ops tf = context.tf();
    Operand<TFloat32> terms =
        tf.math.neg(
            tf.math.mul(
                assignment, tf.math.log(tf.math.maximum(assignment, tf.constant(SMALLEST)))));
    return switch (normalization) {
      case NODES -> {
        Operand<TFloat32> nodes = tf.sum(mask, tf.constant(1)); // [B]
        // a graph of one node has no entropy to lose: it counts as 0
        Operand<TFloat32> maximum = tf.math.log(nodes);
        Operand<TFloat32> entropy = tf.math.mean(tf.sum(terms, tf.constant(1)), tf.constant(1));
        yield tf.math.mean(tf.math.divNoNan(entropy, maximum), tf.constant(0));
      }
      case CLUSTERS -> {
        Operand<TFloat32> entropy = tf.math.mul(tf.sum(terms, tf.constant(2)), mask); // [B, N]
        Operand<TFloat32> total = tf.sum(entropy, tf.constant(new int[] {0, 1}));
        Operand<TFloat32> nodes = tf.sum(mask, tf.constant(new int[] {0, 1}));
        yield tf.math.div(
            total, tf.math.mul(nodes, tf.constant((float) Math.log(Math.max(2, clusters)))));
      }
    };
  }
}
