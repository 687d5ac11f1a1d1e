package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The triples of a batch.
 *
 * @param triples [F, 6]: sentence, first and last word of the subject, relation, first and last
 *     word of the object
 * @param probabilities [F, 3]: that the subject is an entity, that the object is one, that the pair
 *     has the relation
 */
record FoundTriples(Operand<TInt32> triples, Operand<TFloat32> probabilities) {
  static final String TRIPLES = "triples";
  static final String PROBABILITIES = "probabilities";

  /**
   * A triple of a sentence.
   *
   * @param subject probability that it is an entity
   * @param object likewise
   * @param pair probability of the relation
   */
  record Found(WordTriple triple, float subject, float object, float pair) {
    /** With the geometric mean of the three as confidence. */
    ScoredTriple scored() {
      double product = (double) subject * object * pair;
      return new ScoredTriple(triple, Math.min(1, Math.cbrt(product)));
    }

    /** Whether it would be found with these thresholds, compared as the graph compares them. */
    boolean exceeds(Thresholds thresholds) {
      return Math.min(subject, object) > (float) thresholds.candidate()
          && subject * object * pair > thresholds.product();
    }
  }

  static FoundTriples of(
      GraphContext context,
      PairSettings settings,
      int relations,
      ExtractorInput input,
      Thresholds thresholds) {
    Ops tf = context.tf();
    SpanScores spans = SpanScores.of(context, settings, input);
    Candidates candidates =
        Candidates.above(tf, spans, thresholds.candidate(), settings.candidates());
    PairScores pairs = PairScores.of(context, settings, relations, input, spans, candidates);
    Operand<TFloat32> probabilities = tf.math.sigmoid(pairs.logits());
    Operand<TFloat32> entity = // [B, K]
        tf.math.sigmoid(SpanScores.at(tf, spans.logits(), candidates.numbers()));
    Operand<TFloat32> both = // [P]
        tf.math.mul(
            tf.gatherNd(entity, PairScores.columns(tf, pairs.pairs(), 0, 1)),
            tf.gatherNd(entity, PairScores.columns(tf, pairs.pairs(), 0, 2)));
    Operand<TFloat32> products = // [P, R]
        tf.math.mul(tf.expandDims(both, tf.constant(1)), probabilities);
    Operand<TInt32> found = // [F, 2]: pair, relation
        tf.dtypes.cast(
            tf.where(tf.math.greater(products, tf.constant(thresholds.product()))), TInt32.class);
    Operand<TInt32> where = // [F, 3]
        tf.gather(pairs.pairs(), PairRows.column(tf, found, 0), tf.constant(0));
    Operand<TInt32> subjects = PairScores.columns(tf, where, 0, 1);
    Operand<TInt32> objects = PairScores.columns(tf, where, 0, 2);
    Operand<TInt32> first = spans.first(tf, candidates.numbers());
    Operand<TInt32> last = spans.last(tf, candidates.numbers());
    return new FoundTriples(
        tf.stack(
            List.of(
                PairRows.column(tf, where, 0),
                tf.gatherNd(first, subjects),
                tf.gatherNd(last, subjects),
                PairRows.column(tf, found, 1),
                tf.gatherNd(first, objects),
                tf.gatherNd(last, objects)),
            Stack.axis(1L)),
        tf.stack(
            List.of(
                tf.gatherNd(entity, subjects),
                tf.gatherNd(entity, objects),
                tf.gatherNd(probabilities, found)),
            Stack.axis(1L)));
  }

  Map<String, Operand<?>> outputs() {
    Map<String, Operand<?>> outputs = new LinkedHashMap<>();
    outputs.put(TRIPLES, triples);
    outputs.put(PROBABILITIES, probabilities);
    return outputs;
  }

  /** The triples of each sentence, in the order of their words. */
  static List<List<Found>> read(Map<String, Tensor> values, int sentences) {
    TInt32 triples = (TInt32) values.get(TRIPLES);
    TFloat32 probabilities = (TFloat32) values.get(PROBABILITIES);
    List<List<Found>> found = new ArrayList<>();
    for (int b = 0; b < sentences; b++) {
      found.add(new ArrayList<>());
    }
    for (long row = 0; row < triples.shape().get(0); row++) {
      WordTriple triple =
          new WordTriple(
              new TokenSpan(triples.getInt(row, 1), triples.getInt(row, 2)),
              triples.getInt(row, 3),
              new TokenSpan(triples.getInt(row, 4), triples.getInt(row, 5)));
      found
          .get(triples.getInt(row, 0))
          .add(
              new Found(
                  triple,
                  probabilities.getFloat(row, 0),
                  probabilities.getFloat(row, 1),
                  probabilities.getFloat(row, 2)));
    }
    Comparator<Found> order =
        Comparator.comparing((Found one) -> one.triple().subject())
            .thenComparing(one -> one.triple().object())
            .thenComparing(one -> one.triple().relation());
    found.forEach(sentence -> sentence.sort(order));
    return found;
  }
}
