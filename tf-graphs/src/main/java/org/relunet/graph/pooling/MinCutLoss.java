package org.relunet.graph.pooling;

import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * MinCut pooling's own losses (Bianchi et al. 2020, equation 9): the relaxed normalised cut {@code
 * -Tr(S^T A S) / Tr(S^T D S)} and the orthogonality {@code |S^T S / |S^T S| - I / sqrt(C)|}, norms
 * Frobenius'. Not in the paper; off by default.
 */
final class MinCutLoss {
  private MinCutLoss() {}

  /**
   * @param assignment S, [B, N, C]
   * @param spread A S, [B, N, C]
   * @param adjacency A, [B, N, N]
   * @return scalar, mean over the batch
   */
  static Operand<TFloat32> apply(
      GraphContext context,
      Operand<TFloat32> assignment,
      Operand<TFloat32> spread,
      Operand<TFloat32> adjacency,
      int clusters) {
    Ops tf = context.tf();
    var matrix = tf.constant(new int[] {1, 2});
    Operand<TFloat32> degree = Batched.sumKeeping(tf, adjacency, 2); // [B, N, 1]
    // Tr(S^T M S) is the sum of S * (M S)
    Operand<TFloat32> kept = tf.sum(tf.math.mul(assignment, spread), matrix);
    Operand<TFloat32> whole = tf.sum(tf.math.mul(tf.math.square(assignment), degree), matrix);
    Operand<TFloat32> cut = tf.math.neg(tf.math.divNoNan(kept, whole)); // [B]

    Operand<TFloat32> gram = Batched.transposedProduct(tf, assignment, assignment); // [B, C, C]
    Operand<TFloat32> norm = // [B, 1, 1]
        tf.math.sqrt(
            tf.math.add(
                Batched.sumKeeping(tf, Batched.sumKeeping(tf, tf.math.square(gram), 1), 2),
                tf.constant(1e-12f)));
    Operand<TFloat32> identity = tf.math.sub(tf.constant(1f), OffDiagonal.of(tf, clusters));
    Operand<TFloat32> wanted =
        tf.math.mul(identity, tf.constant((float) (1 / Math.sqrt(clusters))));
    Operand<TFloat32> difference = tf.math.sub(tf.math.div(gram, norm), wanted);
    Operand<TFloat32> orthogonality =
        tf.math.sqrt(tf.math.add(tf.sum(tf.math.square(difference), matrix), tf.constant(1e-12f)));
    return tf.math.mean(tf.math.add(cut, orthogonality), tf.constant(0));
  }
}
