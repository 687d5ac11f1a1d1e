package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.CoreEdges;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The core topology's edge between two candidates (equation 6): {@code A_up[a, b]}, a candidate's
 * row of S_up being the mean of those of its first and last word.
 */
final class CoreFeature {
  private CoreFeature() {}

  /**
   * @param first [B, K] word of each candidate
   * @param last [B, K]
   * @param pairs [P, 3]
   * @return [P, 1]
   */
  static Operand<TFloat32> of(
      Ops tf, CoreEdges edges, Operand<TInt32> first, Operand<TInt32> last, Operand<TInt32> pairs) {
    Operand<TFloat32> parts = // [B, K, C]
        tf.math.mul(tf.math.add(rows(tf, edges, first), rows(tf, edges, last)), tf.constant(0.5f));
    Operand<TFloat32> all = // [B, K, K]
        Batched.productTransposed(tf, Batched.product(tf, parts, edges.adjacency()), parts);
    return tf.expandDims(tf.gatherNd(all, pairs), tf.constant(1));
  }

  private static Operand<TFloat32> rows(Ops tf, CoreEdges edges, Operand<TInt32> words) {
    return tf.gatherNd(
        edges.decomposition(),
        tf.stack(List.of(SpanScores.sentences(tf, words), words), Stack.axis(2L)));
  }
}
