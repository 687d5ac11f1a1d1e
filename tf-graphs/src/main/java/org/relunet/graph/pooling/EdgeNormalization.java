package org.relunet.graph.pooling;

import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Equation 3: no self loops, and each edge divided by the root of its ends' degrees. */
public final class EdgeNormalization {
  private EdgeNormalization() {}

  /**
   * @param adjacency A', [B, C, C], not negative
   * @return A~, [B, C, C], in [0, 1]; a node of degree 0 has zero edges
   */
  public static Operand<TFloat32> apply(
      GraphContext context, Operand<TFloat32> adjacency, int clusters) {
    Ops tf = context.tf();
    Operand<TFloat32> edges = tf.math.mul(adjacency, OffDiagonal.of(tf, clusters));
    Operand<TFloat32> degree = Batched.sumKeeping(tf, edges, 2); // [B, C, 1]
    var positive = tf.math.greater(degree, tf.constant(1e-12f));
    // the root of a replaced 1, not of 0: its gradient would be infinite even where not selected
    Operand<TFloat32> safe = tf.select(positive, degree, tf.constant(1f));
    Operand<TFloat32> scale =
        tf.select(positive, tf.math.rsqrt(safe), tf.constant(0f)); // [B, C, 1]
    return tf.math.mul(tf.math.mul(edges, scale), Batched.transpose(tf, scale));
  }
}
