package org.relunet.extractor.pair;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TInt32;

/**
 * Where the pair of two spans is among the pairs of all candidates.
 *
 * @param candidates of each sentence
 * @param rows [B, K, K] the row, 0 to P - 1, of each pair of candidates
 * @param count P
 */
record PairRows(Candidates candidates, Operand<TInt32> rows, Operand<TInt32> count) {
  /**
   * @param pairs [P, 3] of the candidates
   */
  static PairRows of(Ops tf, Candidates candidates, Operand<TInt32> pairs) {
    Operand<TInt32> size = tf.shape(candidates.numbers());
    Operand<TInt32> batch = tf.gather(size, tf.constant(0), tf.constant(0));
    Operand<TInt32> most = tf.gather(size, tf.constant(1), tf.constant(0));
    Operand<TInt32> count = tf.gather(tf.shape(pairs), tf.constant(0), tf.constant(0));
    return new PairRows(
        candidates,
        tf.scatterNd(
            pairs,
            tf.range(tf.constant(0), count, tf.constant(1)),
            tf.stack(List.of(batch, most, most))),
        count);
  }

  /**
   * The rows of pairs both of whose spans are candidates.
   *
   * @param spans [T, 3 or more]: sentence, numbers of the subject's and the object's span
   * @return [T]
   */
  Operand<TInt32> find(Ops tf, Operand<TInt32> spans) {
    Operand<TInt32> sentences = column(tf, spans, 0);
    return tf.gatherNd(
        rows,
        tf.stack(
            List.of(
                sentences,
                candidates.places(tf, sentences, column(tf, spans, 1)),
                candidates.places(tf, sentences, column(tf, spans, 2))),
            Stack.axis(1L)));
  }

  static Operand<TInt32> column(Ops tf, Operand<TInt32> matrix, int index) {
    return tf.gather(matrix, tf.constant(index), tf.constant(1));
  }
}
