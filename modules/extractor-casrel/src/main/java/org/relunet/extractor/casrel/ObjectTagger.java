package org.relunet.extractor.casrel;

import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Tags the objects of given subjects, for all relations at once: {@code sigmoid(W_r (H + s_k) +
 * b_r)}.
 *
 * @param settings form of the head
 * @param relations R
 */
record ObjectTagger(CasRelSettings settings, int relations) {
  /** Few of the tags are 1: a start near their true rate, instead of a half. */
  private static final float BIAS = -5f;

  private static final String TAGS = "tags";

  /**
   * @param words H, [B, N, d]
   * @param sentences [K] the sentence of each subject
   * @param subjects s, [K, d]
   * @return logits, [K, N, 2R]: starts of all relations, then ends
   */
  Operand<TFloat32> logits(
      GraphContext context,
      Operand<TFloat32> words,
      Operand<TInt32> sentences,
      Operand<TFloat32> subjects) {
    GraphContext here = context.within("object");
    Ops tf = here.tf();
    return switch (settings.objectHead()) {
      // linear in H + s: each is mapped once, and the sums are cheap
      case LINEAR -> {
        Operand<TFloat32> mapped = tags(here, words); // [B, N, 2R], the bias in it
        Operand<TFloat32> kernelOnly = // [K, 2R]
            Dense.withoutBias(here, TAGS, subjects, 2 * relations, Initializer.glorotUniform());
        yield tf.math.add(
            tf.gather(mapped, sentences, tf.constant(0)),
            tf.expandDims(kernelOnly, tf.constant(1)));
      }
      case HIDDEN -> {
        int hidden = settings.objectHidden();
        Operand<TFloat32> fromWords = Dense.apply(here, "hidden_word", words, hidden);
        Operand<TFloat32> fromSubjects = Dense.apply(here, "hidden_subject", subjects, hidden);
        Operand<TFloat32> sum = // [K, N, hidden]
            tf.math.add(
                tf.gather(fromWords, sentences, tf.constant(0)),
                tf.expandDims(fromSubjects, tf.constant(1)));
        yield tags(here, tf.nn.relu(sum));
      }
    };
  }

  private Operand<TFloat32> tags(GraphContext here, Operand<TFloat32> x) {
    return Dense.apply(
        here, TAGS, x, 2 * relations, Initializer.glorotUniform(), Initializer.constant(BIAS));
  }
}
