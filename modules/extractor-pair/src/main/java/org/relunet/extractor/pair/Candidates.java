package org.relunet.extractor.pair;

import org.relunet.graph.layer.Batched;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The spans of each sentence whose pairs are looked at, chosen by their scores. The choice is no
 * part of what is learned: no gradient passes it.
 *
 * @param numbers [B, K] of spans, as {@link SpanScores} counts them, the likeliest first
 * @param kept [B, K] false for what is there to fill up
 */
record Candidates(Operand<TInt32> numbers, Operand<TBool> kept) {
  private static final float NEVER = -1e9f;

  /**
   * Those above a threshold, so many at most.
   *
   * @param probability that a candidate's exceeds
   */
  static Candidates above(Ops tf, SpanScores spans, double probability, int most) {
    Operand<TFloat32> scores = scores(tf, spans, tf.zerosLike(spans.present()));
    // not of logits: trials compare probabilities too, and must agree to the bit
    Operand<TFloat32> probabilities = tf.math.mul(tf.math.sigmoid(spans.logits()), spans.present());
    Operand<TInt32> counts = // [B]
        tf.sum(
            tf.dtypes.cast(
                tf.math.greater(probabilities, tf.constant((float) probability)), TInt32.class),
            tf.constant(1));
    return best(tf, spans, scores, tf.math.minimum(counts, tf.constant(most)));
  }

  /**
   * All wanted spans and the likeliest others.
   *
   * @param wanted [B, M] 1 for a span that is to be among them
   * @param limits [B] how many, not fewer than are wanted
   */
  static Candidates with(
      Ops tf, SpanScores spans, Operand<TFloat32> wanted, Operand<TInt32> limits) {
    return best(tf, spans, scores(tf, spans, wanted), limits);
  }

  private static Operand<TFloat32> scores(Ops tf, SpanScores spans, Operand<TFloat32> wanted) {
    Operand<TFloat32> raised =
        tf.math.add(
            tf.clipByValue(tf.stopGradient(spans.logits()), tf.constant(-1e6f), tf.constant(1e6f)),
            tf.math.mul(wanted, tf.constant(-2 * NEVER)));
    return tf.select(
        tf.math.greater(spans.present(), tf.constant(0f)),
        raised,
        tf.fill(tf.shape(raised), tf.constant(NEVER)));
  }

  private static Candidates best(
      Ops tf, SpanScores spans, Operand<TFloat32> scores, Operand<TInt32> limits) {
    Operand<TInt32> most =
        tf.math.minimum(
            tf.max(limits, tf.constant(0), new Max.Options[0]), Batched.size(tf, scores, 1));
    var chosen = tf.nn.topK(scores, most, TInt32.class);
    Operand<TBool> within = // [B, K]
        tf.math.less(
            tf.expandDims(tf.range(tf.constant(0), most, tf.constant(1)), tf.constant(0)),
            tf.expandDims(limits, tf.constant(1)));
    Operand<TBool> there = tf.math.greater(chosen.values(), tf.constant(NEVER / 2));
    return new Candidates(chosen.indices(), tf.math.logicalAnd(within, there));
  }

  /** [P, 3]: sentence and the places among its candidates of all ordered pairs of them. */
  Operand<TInt32> pairs(Ops tf) {
    return tf.dtypes.cast(
        tf.where(
            tf.math.logicalAnd(
                tf.expandDims(kept, tf.constant(2)), tf.expandDims(kept, tf.constant(1)))),
        TInt32.class);
  }

  /**
   * The places of spans among the candidates of their sentences.
   *
   * @param sentences [E]
   * @param spans [E] their numbers, all of them candidates
   */
  Operand<TInt32> places(Ops tf, Operand<TInt32> sentences, Operand<TInt32> spans) {
    Operand<TInt32> theirs = tf.gather(numbers, sentences, tf.constant(0)); // [E, K]
    return tf.math.argMax(
        tf.dtypes.cast(tf.math.equal(theirs, tf.expandDims(spans, tf.constant(1))), TInt32.class),
        tf.constant(1),
        TInt32.class);
  }
}
