package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Means of {@code relu(W h + b)} over words that follow each other. Of running sums, so that the
 * cost does not depend on how many words there are.
 *
 * @param sums [B, N + 1, width], row i the sum over the words before i
 */
record WordMeans(Operand<TFloat32> sums) {
  /**
   * @param input H and its mask
   */
  static WordMeans of(GraphContext context, int width, ExtractorInput input) {
    Ops tf = context.tf();
    Operand<TFloat32> hidden = // [B, N, width]
        tf.math.mul(
            tf.nn.relu(Dense.apply(context, "means", input.words(), width)),
            tf.expandDims(input.wordMask(), tf.constant(2)));
    return new WordMeans(
        tf.pad(
            tf.math.cumsum(hidden, tf.constant(1)),
            tf.constant(new int[][] {{0, 0}, {1, 0}, {0, 0}}),
            tf.constant(0f)));
  }

  /**
   * The mean over the words of spans.
   *
   * @param sentences of each span, of any shape, as are the others
   * @return of that shape and [width]
   */
  Operand<TFloat32> inside(
      Ops tf, Operand<TInt32> sentences, Operand<TInt32> first, Operand<TInt32> last) {
    return mean(tf, sentences, first, tf.math.add(last, tf.constant(1)));
  }

  /**
   * The mean over the words between two spans; 0 where they touch or overlap.
   *
   * @param sentences [P] of each pair, as are the others
   * @return [P, width]
   */
  Operand<TFloat32> between(
      Ops tf,
      Operand<TInt32> sentences,
      Operand<TInt32> subjectFirst,
      Operand<TInt32> subjectLast,
      Operand<TInt32> objectFirst,
      Operand<TInt32> objectLast) {
    Operand<TInt32> from = tf.math.add(tf.math.minimum(subjectLast, objectLast), tf.constant(1));
    return mean(
        tf, sentences, from, tf.math.maximum(tf.math.maximum(subjectFirst, objectFirst), from));
  }

  private Operand<TFloat32> mean(
      Ops tf, Operand<TInt32> sentences, Operand<TInt32> from, Operand<TInt32> to) {
    Operand<TFloat32> count =
        tf.math.maximum(tf.dtypes.cast(tf.math.sub(to, from), TFloat32.class), tf.constant(1f));
    return tf.math.div(
        tf.math.sub(before(tf, sentences, to), before(tf, sentences, from)),
        tf.expandDims(count, tf.constant(-1)));
  }

  private Operand<TFloat32> before(Ops tf, Operand<TInt32> sentences, Operand<TInt32> words) {
    return tf.gatherNd(sums, tf.stack(List.of(sentences, words), Stack.axis(-1L)));
  }
}
