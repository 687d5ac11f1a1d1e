package org.relunet.extractor.casrel;

import java.util.List;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Given subjects with their probabilities and those of their objects.
 *
 * @param subjects [K, 3]: sentence, first word, last word
 * @param probabilities [K, 2]: that the subject starts at its first word, and ends at its last
 * @param objects [K, N, 2R]: starts of all relations, then ends; 0 where padded
 */
record TaggedSubjects(
    Operand<TInt32> subjects, Operand<TFloat32> probabilities, Operand<TFloat32> objects) {

  /**
   * @param words H, [B, N, d]
   * @param mask [B, N, 1] 1 for a word, 0 for padding
   * @param tags [B, N, 2] probabilities of subjects' starts and ends
   */
  static TaggedSubjects build(
      GraphContext context,
      ObjectTagger tagger,
      Operand<TFloat32> words,
      Operand<TFloat32> mask,
      Operand<TFloat32> tags,
      Operand<TInt32> subjects) {
    Ops tf = context.tf();
    Operand<TInt32> sentences = column(tf, subjects, 0);
    Operand<TInt32> first = column(tf, subjects, 1);
    Operand<TInt32> last = column(tf, subjects, 2);
    Operand<TFloat32> probabilities =
        tf.stack(
            List.of(at(tf, tags, sentences, first, 0), at(tf, tags, sentences, last, 1)),
            Stack.axis(1L));
    Operand<TFloat32> vectors = SubjectTagger.vectors(context, words, sentences, first, last);
    Operand<TFloat32> logits = tagger.logits(context, words, sentences, vectors);
    Operand<TFloat32> objects =
        tf.math.mul(tf.math.sigmoid(logits), tf.gather(mask, sentences, tf.constant(0)));
    return new TaggedSubjects(subjects, probabilities, objects);
  }

  private static Operand<TInt32> column(Ops tf, Operand<TInt32> matrix, int index) {
    return tf.gather(matrix, tf.constant(index), tf.constant(1));
  }

  /** [K]: the start (0) or end (1) tag of a word in each sentence. */
  private static Operand<TFloat32> at(
      Ops tf, Operand<TFloat32> tags, Operand<TInt32> sentences, Operand<TInt32> words, int tag) {
    return tf.gatherNd(
        tf.gather(tags, tf.constant(tag), tf.constant(2)),
        tf.stack(List.of(sentences, words), Stack.axis(1L)));
  }
}
