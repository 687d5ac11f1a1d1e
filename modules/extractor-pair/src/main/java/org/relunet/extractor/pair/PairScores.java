package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * + c + f_ab))}, where v is the vectors of a candidate's first and last word, the mean of its words
 * and its length, and f what is known of the pair.
 *
 * @param pairs [P, 3]: sentence, places of subject and object among its candidates
 * @param logits [P, R]
 * @param types of the candidates; empty where none are learned
 */
record PairScores(Operand<TInt32> pairs, Operand<TFloat32> logits, Optional<TypeScores> types) {
  /** Of a sentence: few pairs have a relation, and learning starts near their true rate. */
  private static final double USUAL_TRIPLES = 3;

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
    Optional<WordMeans> means =
        settings.context() > 0
            ? Optional.of(WordMeans.of(here, settings.context(), input))
            : Optional.empty();
    Operand<TFloat32> vectors = vectors(tf, input.words(), means, first, last); // [B, K, v]
    Operand<TInt32> subjects = columns(tf, pairs, 0, 1);
    Operand<TInt32> objects = columns(tf, pairs, 0, 2);
    Operand<TFloat32> sum = // [P, h]
        tf.math.add(
            tf.gatherNd(Dense.apply(here, "subject", vectors, settings.width()), subjects),
            tf.gatherNd(
                Dense.withoutBias(
                    here, "object", vectors, settings.width(), Initializer.glorotUniform()),
                objects));
    Operand<TInt32> subjectFirst = tf.gatherNd(first, subjects); // [P]
    Operand<TInt32> subjectLast = tf.gatherNd(last, subjects);
    Operand<TInt32> objectFirst = tf.gatherNd(first, objects);
    Operand<TInt32> objectLast = tf.gatherNd(last, objects);
    List<Operand<TFloat32>> known = new ArrayList<>(); // each [P, anything]
    known.add(Distances.features(tf, subjectFirst, subjectLast, objectFirst, objectLast));
    if (settings.coreEdges() && input.coreEdges().isPresent()) {
      known.add(CoreFeature.of(tf, input.coreEdges().get(), first, last, pairs));
    }
    if (means.isPresent()) {
      known.add(
          means
              .get()
              .between(
                  tf,
                  PairRows.column(tf, pairs, 0),
                  subjectFirst,
                  subjectLast,
                  objectFirst,
                  objectLast));
    }
    Optional<TypeScores> types = Optional.empty();
    if (!settings.types().isEmpty()) {
      types = Optional.of(TypeScores.of(here, settings.types().size(), vectors));
      Operand<TFloat32> probabilities = types.get().probabilities(tf);
      known.add(tf.gatherNd(probabilities, subjects));
      known.add(tf.gatherNd(probabilities, objects));
    }
    Operand<TFloat32> all =
        tf.math.add(
            sum,
            Dense.withoutBias(
                here,
                "features",
                known.size() == 1 ? known.get(0) : tf.concat(known, tf.constant(1)),
                settings.width(),
                Initializer.glorotUniform()));
    Operand<TFloat32> hidden = here.dropout(tf.nn.relu(all), settings.pairDropout());
    return new PairScores(
        pairs,
        Dense.apply(
            here,
            "relations",
            hidden,
            relations,
            Initializer.glorotUniform(),
            Initializer.constant(bias(settings, relations))),
        types);
  }

  private static float bias(PairSettings settings, int relations) {
    double places = Math.pow(settings.candidates(), 2) * relations;
    return (float) -Math.log(Math.max(places / USUAL_TRIPLES, 1));
  }

  /** Of each candidate: its first and last word, the mean of its words, its length in classes. */
  private static Operand<TFloat32> vectors(
      Ops tf,
      Operand<TFloat32> words,
      Optional<WordMeans> means,
      Operand<TInt32> first,
      Operand<TInt32> last) {
    Operand<TInt32> sentences = SpanScores.sentences(tf, first);
    List<Operand<TFloat32>> parts = new ArrayList<>();
    parts.add(tf.gatherNd(words, tf.stack(List.of(sentences, first), Stack.axis(2L))));
    parts.add(tf.gatherNd(words, tf.stack(List.of(sentences, last), Stack.axis(2L))));
    if (means.isPresent()) {
      parts.add(means.get().inside(tf, sentences, first, last));
      parts.add(Distances.lengths(tf, tf.math.sub(last, first)));
    }
    return tf.concat(parts, tf.constant(2));
  }

  /** [P, 2] of [P, 3]. */
  static Operand<TInt32> columns(Ops tf, Operand<TInt32> matrix, int... columns) {
    return tf.gather(matrix, tf.constant(columns), tf.constant(1));
  }
}
