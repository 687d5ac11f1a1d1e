package org.relunet.extractor.casrel;

import java.util.Collection;
import java.util.List;
import org.relunet.api.text.TokenSpan;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The subjects of a batch whose objects are asked for.
 *
 * @param sentences [K] index of each subject's sentence
 * @param first [K] index of its first word
 * @param last [K] index of its last word
 */
record SubjectInputs(Operand<TInt32> sentences, Operand<TInt32> first, Operand<TInt32> last) {
  static SubjectInputs placeholders(Ops tf) {
    return new SubjectInputs(vector(tf), vector(tf), vector(tf));
  }

  private static Operand<TInt32> vector(Ops tf) {
    return tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
  }

  /** s, [K, d], of words [B, N, d]. */
  Operand<TFloat32> vectors(GraphContext context, Operand<TFloat32> words) {
    return SubjectTagger.vectors(context, words, sentences, first, last);
  }

  /**
   * @param subjects of each sentence
   */
  void feed(List<? extends Collection<TokenSpan>> subjects, Feeds feeds) {
    int count = subjects.stream().mapToInt(Collection::size).sum();
    int[] sentence = new int[count];
    int[] firsts = new int[count];
    int[] lasts = new int[count];
    int k = 0;
    for (int b = 0; b < subjects.size(); b++) {
      for (TokenSpan subject : subjects.get(b)) {
        sentence[k] = b;
        firsts[k] = subject.first();
        lasts[k] = subject.last();
        k++;
      }
    }
    Shape shape = Shape.of(count);
    feeds
        .feed(sentences, TInt32.tensorOf(shape, DataBuffers.of(sentence)))
        .feed(first, TInt32.tensorOf(shape, DataBuffers.of(firsts)))
        .feed(last, TInt32.tensorOf(shape, DataBuffers.of(lasts)));
  }
}
