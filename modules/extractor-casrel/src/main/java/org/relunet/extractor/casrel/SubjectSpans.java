package org.relunet.extractor.casrel;

import java.util.List;
import org.relunet.graph.layer.Batched;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Any;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Pairs the tags of subjects in the graph: a subject reaches from a start to the nearest end at or
 * after it.
 */
final class SubjectSpans {
  private SubjectSpans() {}

  /**
   * @param tags [B, N, 2] probabilities of start and end, 0 where padded
   * @param threshold that a probability must exceed
   * @return [K, 3]: sentence, first word, last word; in the order of sentences and starts
   */
  static Operand<TInt32> of(Ops tf, Operand<TFloat32> tags, double threshold) {
    Operand<TFloat32> least = tf.constant((float) threshold);
    Operand<TFloat32> starts = tf.gather(tags, tf.constant(0), tf.constant(2)); // [B, N]
    Operand<TFloat32> ends = tf.gather(tags, tf.constant(1), tf.constant(2));

    // candidate[b, i, j]: j ends a subject, at or after i; the first such j is the nearest
    var length = Batched.size(tf, tags, 1);
    Operand<TFloat32> ones = tf.fill(tf.stack(List.of(length, length)), tf.constant(1f));
    Operand<TFloat32> later = tf.linalg.bandPart(ones, tf.constant(0), tf.constant(-1)); // [N, N]
    Operand<TBool> isEnd = tf.math.greater(ends, least);
    Operand<TFloat32> candidates =
        tf.math.mul(tf.expandDims(tf.dtypes.cast(isEnd, TFloat32.class), tf.constant(1)), later);
    Operand<TBool> hasEnd =
        tf.any(tf.math.greater(candidates, tf.constant(0.5f)), tf.constant(2), new Any.Options[0]);
    Operand<TInt64> nearest = tf.math.argMax(candidates, tf.constant(2)); // [B, N]
    Operand<TInt64> found = // [K, 2]: sentence, first
        tf.where(tf.math.logicalAnd(tf.math.greater(starts, least), hasEnd));
    Operand<TInt64> lasts = tf.gatherNd(nearest, found); // [K]
    return tf.dtypes.cast(
        tf.concat(List.of(found, tf.expandDims(lasts, tf.constant(1))), tf.constant(1)),
        TInt32.class);
  }
}
