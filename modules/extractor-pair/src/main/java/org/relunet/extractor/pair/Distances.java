package org.relunet.extractor.pair;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Where the spans of pairs stand to each other, in classes: apart by 0, 1, 2, 3 or 4 words, by up
 * to 8, 16, 32 or more, the subject first or the object; overlapping; the same.
 */
final class Distances {
  private static final int[] BOUNDS = {1, 2, 3, 4, 5, 9, 17, 33};

  /** Those with the subject first, those with the object first, overlapping ones, the same. */
  static final int CLASSES = 2 * (BOUNDS.length + 1) + 2;

  /** Lengths of spans: 1, 2, 3, 4 or 5 words, up to 9, 17, 33 or more. */
  static final int LENGTHS = BOUNDS.length + 1;

  private Distances() {}

  /**
   * @param further words behind the first of each span, [B, K]
   * @return [B, K, {@link #LENGTHS}] 1 for the class of its length
   */
  static Operand<TFloat32> lengths(Ops tf, Operand<TInt32> further) {
    return tf.oneHot(
        steps(tf, tf.math.add(further, tf.constant(1))),
        tf.constant(LENGTHS),
        tf.constant(1f),
        tf.constant(0f),
        OneHot.axis(-1L));
  }

  /**
   * @param subjectFirst [P] word, as are the others
   * @return [P, {@link #CLASSES}] 1 for the class of the pair
   */
  static Operand<TFloat32> features(
      Ops tf,
      Operand<TInt32> subjectFirst,
      Operand<TInt32> subjectLast,
      Operand<TInt32> objectFirst,
      Operand<TInt32> objectLast) {
    Operand<TInt32> after = tf.math.sub(objectFirst, subjectLast); // 1 where they touch
    Operand<TInt32> before = tf.math.sub(subjectFirst, objectLast);
    Operand<TInt32> zero = tf.constant(0);
    Operand<TInt32> same =
        tf.dtypes.cast(
            tf.math.logicalAnd(
                tf.math.equal(subjectFirst, objectFirst), tf.math.equal(subjectLast, objectLast)),
            TInt32.class);
    Operand<TInt32> overlapping = tf.math.add(same, tf.constant(2 * (BOUNDS.length + 1)));
    Operand<TInt32> index =
        tf.select(
            tf.math.greater(after, zero),
            steps(tf, after),
            tf.select(
                tf.math.greater(before, zero),
                tf.math.add(steps(tf, before), tf.constant(BOUNDS.length + 1)),
                overlapping));
    return tf.oneHot(
        index, tf.constant(CLASSES), tf.constant(1f), tf.constant(0f), OneHot.axis(-1L));
  }

  /** How many of the bounds each distance exceeds, for distances of any shape. */
  private static Operand<TInt32> steps(Ops tf, Operand<TInt32> distances) {
    Operand<TInt32> apart = tf.expandDims(distances, tf.constant(-1));
    return tf.sum(
        tf.dtypes.cast(tf.math.greater(apart, tf.constant(BOUNDS)), TInt32.class), tf.constant(-1));
  }
}
