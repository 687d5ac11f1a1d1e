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
 * What stands between the spans of a pair: the mean over the words there of {@code relu(W h + b)}.
 * Of running sums, so that the cost does not depend on how far apart the spans are.
 */
final class BetweenWords {
  private BetweenWords() {}

  /**
   * @param input H and its mask
   * @param sentences [P] of each pair, as are the others
   * @return [P, width]; 0 where spans touch or overlap
   */
  static Operand<TFloat32> of(
      GraphContext context,
      int width,
      ExtractorInput input,
      Operand<TInt32> sentences,
      Operand<TInt32> subjectFirst,
      Operand<TInt32> subjectLast,
      Operand<TInt32> objectFirst,
      Operand<TInt32> objectLast) {
    Ops tf = context.tf();
    Operand<TFloat32> hidden = // [B, N, w]
        tf.math.mul(
            tf.nn.relu(Dense.apply(context, "between", input.words(), width)),
            tf.expandDims(input.wordMask(), tf.constant(2)));
    // row i: the sum over the words before i
    Operand<TFloat32> sums =
        tf.pad(
            tf.math.cumsum(hidden, tf.constant(1)),
            tf.constant(new int[][] {{0, 0}, {1, 0}, {0, 0}}),
            tf.constant(0f));
    Operand<TInt32> one = tf.constant(1);
    Operand<TInt32> from = tf.math.add(tf.math.minimum(subjectLast, objectLast), one);
    Operand<TInt32> to = tf.math.maximum(tf.math.maximum(subjectFirst, objectFirst), from);
    Operand<TFloat32> count = tf.dtypes.cast(tf.math.sub(to, from), TFloat32.class);
    return tf.math.div(
        tf.math.sub(at(tf, sums, sentences, to), at(tf, sums, sentences, from)),
        tf.expandDims(tf.math.maximum(count, tf.constant(1f)), tf.constant(1)));
  }

  private static Operand<TFloat32> at(
      Ops tf, Operand<TFloat32> sums, Operand<TInt32> sentences, Operand<TInt32> words) {
    return tf.gatherNd(sums, tf.stack(List.of(sentences, words), Stack.axis(1L)));
  }
}
