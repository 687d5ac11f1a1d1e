package org.relunet.extractor.casrel;

import java.util.List;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Tags the words at which subjects start and end, and makes the vector of a subject. */
final class SubjectTagger {
  private static final float BIAS = -2f;

  private SubjectTagger() {}

  /**
   * @param words H, [B, N, d]
   * @return logits, [B, N, 2]: start, end
   */
  static Operand<TFloat32> logits(GraphContext context, Operand<TFloat32> words) {
    return Dense.apply(
        context.within("subject"),
        "tags",
        words,
        2,
        Initializer.glorotUniform(),
        Initializer.constant(BIAS));
  }

  /**
   * @param words H, [B, N, d]
   * @param mask [B, N, 1] 1 for a word, 0 for padding
   * @return [B, N, 2]: start, end; 0 where padded
   */
  static Operand<TFloat32> probabilities(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> mask) {
    Ops tf = context.tf();
    return tf.math.mul(tf.math.sigmoid(logits(context, words)), mask);
  }

  /**
   * The vectors of subjects: the average of H at the first and the last word.
   *
   * @param words H, [B, N, d]
   * @param sentences [K]
   * @param first [K] index of the first word
   * @param last [K] index of the last word
   * @return s, [K, d]
   */
  static Operand<TFloat32> vectors(
      GraphContext context,
      Operand<TFloat32> words,
      Operand<TInt32> sentences,
      Operand<TInt32> first,
      Operand<TInt32> last) {
    Ops tf = context.tf();
    Operand<TFloat32> starts = tf.gatherNd(words, indices(tf, sentences, first));
    Operand<TFloat32> ends = tf.gatherNd(words, indices(tf, sentences, last));
    return tf.math.mul(tf.math.add(starts, ends), tf.constant(0.5f));
  }

  private static Operand<TInt32> indices(Ops tf, Operand<TInt32> sentences, Operand<TInt32> words) {
    return tf.stack(List.of(sentences, words), Stack.axis(1L));
  }
}
