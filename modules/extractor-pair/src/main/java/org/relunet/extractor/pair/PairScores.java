package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How likely each ordered pair of candidates has each relation: {@code U dropout(relu(A v_a + B v_b
 * + c + f_ab))}, where v is the vectors of a candidate's first and last word, and f what is known
 * of the pair.
 *
 * @param pairs [P, 3]: sentence, places of subject and object among its candidates
 * @param logits [P, R]
 */
record PairScores(Operand<TInt32> pairs, Operand<TFloat32> logits) {
  /** Few pairs have a relation: a start near their true rate, instead of a half. */
  private static final float BIAS = -5f;

  /**
   * @param input H, and the core's edges
   */
  static PairScores of(
      GraphContext context,
      PairSettings settings,
      int relations,
      ExtractorInput input,
      SpanScores spans,
      Candidates candidates) {
    GraphContext here = context.within("pair");
    Ops tf = here.tf();
    Operand<TInt32> first = spans.first(tf, candidates.numbers()); // [B, K]
    Operand<TInt32> last = spans.last(tf, candidates.numbers());
    Operand<TInt32> pairs = candidates.pairs(tf);
    Operand<TFloat32> vectors = vectors(tf, input.words(), first, last); // [B, K, 2d]
    Operand<TInt32> subjects = columns(tf, pairs, 0, 1);
    Operand<TInt32> objects = columns(tf, pairs, 0, 2);
    Operand<TFloat32> sum = // [P, h]
        tf.math.add(
            tf.gatherNd(Dense.apply(here, "subject", vectors, settings.width()), subjects),
            tf.gatherNd(
                Dense.withoutBias(
                    here, "object", vectors, settings.width(), Initializer.glorotUniform()),
                objects));
    Operand<TFloat32> known =
        Distances.features(
            tf,
            tf.gatherNd(first, subjects),
            tf.gatherNd(last, subjects),
            tf.gatherNd(first, objects),
            tf.gatherNd(last, objects));
    Operand<TFloat32> all =
        tf.math.add(
            sum,
            Dense.withoutBias(
                here, "features", known, settings.width(), Initializer.glorotUniform()));
    if (settings.coreEdges() && input.coreEdges().isPresent()) {
      Operand<TFloat32> edges =
          CoreFeature.of(tf, input.coreEdges().get(), first, last, pairs); // [P, 1]
      all =
          tf.math.add(
              all,
              Dense.withoutBias(
                  here, "core_edges", edges, settings.width(), Initializer.glorotUniform()));
    }
    Operand<TFloat32> hidden = here.dropout(tf.nn.relu(all), settings.pairDropout());
    return new PairScores(
        pairs,
        Dense.apply(
            here,
            "relations",
            hidden,
            relations,
            Initializer.glorotUniform(),
            Initializer.constant(BIAS)));
  }

  private static Operand<TFloat32> vectors(
      Ops tf, Operand<TFloat32> words, Operand<TInt32> first, Operand<TInt32> last) {
    Operand<TInt32> sentences = SpanScores.sentences(tf, first);
    return tf.concat(
        List.of(
            tf.gatherNd(words, tf.stack(List.of(sentences, first), Stack.axis(2L))),
            tf.gatherNd(words, tf.stack(List.of(sentences, last), Stack.axis(2L)))),
        tf.constant(2));
  }

  /** [P, 2] of [P, 3]. */
  static Operand<TInt32> columns(Ops tf, Operand<TInt32> matrix, int... columns) {
    return tf.gather(matrix, tf.constant(columns), tf.constant(1));
  }
}
