package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Which of the T types each candidate has, or that it is no entity.
 *
 * @param logits [B, K, T + 1], those of no entity first
 */
record TypeScores(Operand<TFloat32> logits) {
  /**
   * @param vectors [B, K, v] of the candidates
   */
  static TypeScores of(GraphContext context, int types, Operand<TFloat32> vectors) {
    return new TypeScores(Dense.apply(context, "types", vectors, types + 1));
  }

  /** [B, K, T + 1] probabilities. */
  Operand<TFloat32> probabilities(Ops tf) {
    return tf.nn.softmax(logits);
  }

  /**
   * The cross-entropy of gold types, a scalar, the sum over candidates.
   *
   * @param types [B, M] of each span that is an entity of a known type, from 1; 0 elsewhere
   * @param entities [B, M] 1 for a gold entity
   * @param known [B, M] 1 for what is known of a span
   */
  Operand<TFloat32> loss(
      Ops tf,
      Candidates candidates,
      Operand<TInt32> types,
      Operand<TFloat32> entities,
      Operand<TFloat32> known) {
    Operand<TInt32> right = SpanScores.at(tf, types, candidates.numbers()); // [B, K]
    Operand<TFloat32> entity = SpanScores.at(tf, entities, candidates.numbers());
    Operand<TFloat32> said = SpanScores.at(tf, known, candidates.numbers());
    // an entity whose type nobody tells counts nothing
    Operand<TFloat32> counts =
        tf.math.mul(
            tf.math.mul(tf.dtypes.cast(candidates.kept(), TFloat32.class), said),
            tf.math.sub(
                tf.constant(1f),
                tf.math.mul(
                    entity, tf.dtypes.cast(tf.math.equal(right, tf.constant(0)), TFloat32.class))));
    // TensorFlow's gradient of a log-softmax is right for matrices alone
    Operand<TInt32> classes = Batched.size(tf, logits, 2);
    Operand<TFloat32> rows =
        tf.nn.logSoftmax(tf.reshape(logits, tf.stack(List.of(tf.constant(-1), classes))));
    Operand<TFloat32> rightOnes =
        tf.oneHot(
            tf.reshape(right, tf.constant(new int[] {-1})),
            classes,
            tf.constant(1f),
            tf.constant(0f),
            OneHot.axis(-1L));
    Operand<TFloat32> chosen = // [B K]
        tf.sum(tf.math.mul(rows, rightOnes), tf.constant(1));
    return tf.math.neg(
        tf.sum(
            tf.math.mul(chosen, tf.stopGradient(tf.reshape(counts, tf.constant(new int[] {-1})))),
            tf.constant(0)));
  }
}
