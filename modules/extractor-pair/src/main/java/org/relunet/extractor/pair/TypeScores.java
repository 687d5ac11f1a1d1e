package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Which of the T types each candidate has, if it is an entity.
 *
 * @param logits [B, K, T]
 */
record TypeScores(Operand<TFloat32> logits) {
  /**
   * @param vectors [B, K, 2d] of the candidates
   */
  static TypeScores of(GraphContext context, int types, Operand<TFloat32> vectors) {
    return new TypeScores(Dense.apply(context, "types", vectors, types));
  }

  /** [B, K, T] probabilities. */
  Operand<TFloat32> probabilities(Ops tf) {
    return tf.nn.softmax(logits);
  }

  /**
   * The cross-entropy of gold types, a scalar, the sum over entities.
   *
   * @param candidates all gold entities among them
   * @param typed [E, 3]: sentence, number of the entity's span, type
   */
  Operand<TFloat32> loss(Ops tf, Candidates candidates, Operand<TInt32> typed) {
    Operand<TInt32> sentences = PairRows.column(tf, typed, 0);
    Operand<TInt32> places =
        tf.stopGradient(
            tf.stack(
                List.of(sentences, candidates.places(tf, sentences, PairRows.column(tf, typed, 1))),
                Stack.axis(1L)));
    Operand<TFloat32> chosen = tf.gatherNd(logits, places); // [E, T]
    Operand<TFloat32> right =
        tf.gatherNd(
            tf.nn.logSoftmax(chosen),
            tf.stack(
                List.of(
                    tf.range(tf.constant(0), size(tf, typed), tf.constant(1)),
                    PairRows.column(tf, typed, 2)),
                Stack.axis(1L)));
    return tf.math.neg(tf.sum(right, tf.constant(0)));
  }

  private static Operand<TInt32> size(Ops tf, Operand<TInt32> rows) {
    return tf.gather(tf.shape(rows), tf.constant(0), tf.constant(0));
  }
}
