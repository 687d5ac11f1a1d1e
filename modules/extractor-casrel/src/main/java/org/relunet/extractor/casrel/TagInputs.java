package org.relunet.extractor.casrel;

import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The tags that are to be learned.
 *
 * @param subjects [B, N, 2] that a subject starts, that one ends
 * @param objects [K, N, 2R] that an object starts, relation by relation, that one ends
 */
record TagInputs(Operand<TFloat32> subjects, Operand<TFloat32> objects) {
  static TagInputs placeholders(Ops tf, int relations) {
    return new TagInputs(
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, 2))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, 2L * relations))));
  }

  void feed(TagValues values, Feeds feeds) {
    int words = values.paddedWords();
    int tags = 2 * values.relations();
    int count = values.objects().length / (words * tags);
    feeds
        .feed(
            subjects,
            TFloat32.tensorOf(
                Shape.of(values.sentences(), words, 2), DataBuffers.of(values.subjects())))
        .feed(
            objects,
            TFloat32.tensorOf(Shape.of(count, words, tags), DataBuffers.of(values.objects())));
  }
}
