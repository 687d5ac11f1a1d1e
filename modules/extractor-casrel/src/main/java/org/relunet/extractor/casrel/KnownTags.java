package org.relunet.extractor.casrel;

import java.util.List;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Which tags a partial annotation decides. A tag of a listed triple is 1 in any case; that another
 * is 0 is known of the objects of annotated relations, and of subjects where all relations are
 * annotated.
 *
 * @param wholly [B] 1 for a sentence all of whose relations are annotated, or else 0
 * @param relations [B, 2R] 1 for the tags of an annotated relation, or else 0
 */
record KnownTags(Operand<TFloat32> wholly, Operand<TFloat32> relations) {
  static KnownTags placeholders(Ops tf, int relations) {
    return new KnownTags(
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2L * relations))));
  }

  /** The loss of the subjects' tags, [B, N, 2], 0 where nothing is known. */
  Operand<TFloat32> subjects(Ops tf, Operand<TFloat32> loss, TagInputs labels) {
    Operand<TFloat32> sentences = tf.reshape(wholly, tf.constant(new int[] {-1, 1, 1}));
    return tf.math.mul(loss, tf.math.maximum(labels.subjects(), sentences));
  }

  /**
   * The loss of the objects' tags, [K, N, 2R], 0 where nothing is known.
   *
   * @param sentences [K] of each subject
   */
  Operand<TFloat32> objects(
      Ops tf, Operand<TFloat32> loss, TagInputs labels, Operand<TInt32> sentences) {
    Operand<TFloat32> theirs = // [K, 1, 2R]
        tf.expandDims(tf.gather(relations, sentences, tf.constant(0)), tf.constant(1));
    return tf.math.mul(loss, tf.math.maximum(labels.objects(), theirs));
  }

  void feed(List<SentenceLabels> sentences, int relationCount, Feeds feeds) {
    int tags = 2 * relationCount;
    float[] all = new float[sentences.size()];
    float[] some = new float[sentences.size() * tags];
    for (int b = 0; b < all.length; b++) {
      SentenceLabels labels = sentences.get(b);
      all[b] = labels.isPartial() ? 0 : 1;
      for (int relation = 0; relation < relationCount; relation++) {
        if (labels.isAnnotated(relation)) {
          some[b * tags + relation] = 1;
          some[b * tags + relationCount + relation] = 1;
        }
      }
    }
    feeds
        .feed(wholly, TFloat32.tensorOf(Shape.of(all.length), DataBuffers.of(all)))
        .feed(relations, TFloat32.tensorOf(Shape.of(all.length, tags), DataBuffers.of(some)));
  }
}
