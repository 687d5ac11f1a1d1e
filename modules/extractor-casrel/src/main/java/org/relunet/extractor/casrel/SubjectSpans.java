package org.relunet.extractor.casrel;

import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.graph.layer.Batched;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Any;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.op.math.Cumsum;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Pairs the tags of subjects in the graph, by matrices of all words i against all words j from i on
 * at which a span from i could end.
 */
final class SubjectSpans {
  private final Ops tf;
  private final float threshold;
  private final Operand<TInt32> words;
  private final Operand<TFloat32> startValues;
  private final Operand<TFloat32> endValues;
  private final Operand<TBool> starts;
  private final Operand<TBool> ends;
  private final Operand<TBool> order;

  private SubjectSpans(Ops tf, Operand<TFloat32> tags, double threshold) {
    this.tf = tf;
    this.threshold = (float) threshold;
    words = Batched.size(tf, tags, 1);
    Operand<TFloat32> startTags = tf.gather(tags, tf.constant(0), tf.constant(2)); // [B, N]
    Operand<TFloat32> endTags = tf.gather(tags, tf.constant(1), tf.constant(2));
    startValues = tf.expandDims(startTags, tf.constant(2)); // [B, N, 1]
    endValues = tf.expandDims(endTags, tf.constant(1)); // [B, 1, N]
    starts = tagged(startTags); // [B, N]
    ends = tagged(endTags);
    Operand<TInt32> indices = tf.range(tf.constant(0), words, tf.constant(1));
    order = // [N, N]
        tf.math.lessEqual(
            tf.expandDims(indices, tf.constant(1)), tf.expandDims(indices, tf.constant(0)));
  }

  /**
   * @param tags [B, N, 2] probabilities of start and end, 0 where padded
   * @param threshold that a probability must exceed to tag
   * @return [K, 3]: sentence, first word, last word; in the order of sentences, starts and ends
   */
  static Operand<TInt32> of(Ops tf, Operand<TFloat32> tags, double threshold, SpanPairing pairing) {
    SubjectSpans spans = new SubjectSpans(tf, tags, threshold);
    Operand<TBool> pairs =
        switch (pairing) {
          case NEAREST -> spans.nearest(spans.noEndBefore());
          case BOUNDED -> spans.bounded();
        };
    return tf.dtypes.cast(tf.where(pairs), TInt32.class);
  }

  private Operand<TBool> tagged(Operand<TFloat32> values) {
    return tf.math.greater(values, tf.constant(threshold));
  }

  /**
   * [B, N, N]: i starts, j ends, and no end is between.
   *
   * @param noEndBefore see {@link #noEndBefore()}
   */
  private Operand<TBool> nearest(Operand<TBool> noEndBefore) {
    return and(
        and(tf.expandDims(starts, tf.constant(2)), tf.expandDims(ends, tf.constant(1))),
        noEndBefore);
  }

  /** Of those, the ones with no start between, and those that complete a tag left alone. */
  private Operand<TBool> bounded() {
    Operand<TBool> noEndBefore = noEndBefore();
    Operand<TBool> noStartAfter = noStartAfter();
    Operand<TBool> pairs = and(nearest(noEndBefore), noStartAfter);
    return tf.math.logicalOr(
        pairs,
        tf.math.logicalOr(
            // before the next start
            completed(starts, pairs, 2, noStartAfter),
            // after the end before
            completed(ends, pairs, 1, noEndBefore)));
  }

  /**
   * Tags that are in no pair, with the likeliest word for their other end.
   *
   * @param tags [B, N]
   * @param axis of the other end
   * @param within [B, N, N] where it may be
   */
  private Operand<TBool> completed(
      Operand<TBool> tags, Operand<TBool> pairs, int axis, Operand<TBool> within) {
    Operand<TBool> paired = tf.any(pairs, tf.constant(axis), new Any.Options[0]); // [B, N]
    Operand<TBool> alone = and(tags, tf.math.logicalNot(paired));
    return likeliest(and(tf.expandDims(alone, tf.constant(axis)), within), axis);
  }

  /** The candidate of the highest product along an axis, if its root exceeds the threshold. */
  private Operand<TBool> likeliest(Operand<TBool> candidates, int axis) {
    Operand<TFloat32> products = // [B, N, N]
        tf.math.mul(
            tf.math.mul(startValues, endValues), tf.dtypes.cast(candidates, TFloat32.class));
    Operand<TBool> highest =
        tf.oneHot(
            tf.math.argMax(products, tf.constant(axis)),
            words,
            tf.constant(true),
            tf.constant(false),
            OneHot.axis((long) axis));
    return and(highest, tf.math.greater(products, tf.constant(threshold * threshold)));
  }

  /** [B, N, N]: j is not before i, and no word from i to the one before j ends a subject. */
  private Operand<TBool> noEndBefore() {
    return sameCount(count(ends, Cumsum.exclusive(true)));
  }

  /** [B, N, N]: j is not before i, and no word after i up to j starts a subject. */
  private Operand<TBool> noStartAfter() {
    return sameCount(count(starts, Cumsum.exclusive(false)));
  }

  private Operand<TInt32> count(Operand<TBool> tags, Cumsum.Options inclusion) {
    return tf.math.cumsum(tf.dtypes.cast(tags, TInt32.class), tf.constant(1), inclusion); // [B, N]
  }

  private Operand<TBool> sameCount(Operand<TInt32> counts) {
    return and(
        tf.math.equal(tf.expandDims(counts, tf.constant(2)), tf.expandDims(counts, tf.constant(1))),
        order);
  }

  private Operand<TBool> and(Operand<TBool> first, Operand<TBool> second) {
    return tf.math.logicalAnd(first, second);
  }
}
