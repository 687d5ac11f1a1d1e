package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What is to be learned, as it is fed.
 *
 * @param spans [E, 2] of each gold entity: sentence, number of its span
 * @param triples [T, 4] of each gold triple: sentence, numbers of its subject's and object's spans,
 *     relation
 * @param limits [B] candidates of each sentence
 */
record LabelInputs(Operand<TInt32> spans, Operand<TInt32> triples, Operand<TInt32> limits) {
  static LabelInputs placeholders(Ops tf) {
    return new LabelInputs(
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 2))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 4))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1))));
  }

  /** [B, M] 1 for a gold entity. */
  Operand<TFloat32> entities(Ops tf, SpanScores scores) {
    return ones(tf, spans, tf.shape(scores.logits()));
  }

  /** [P, R] 1 for a gold triple. */
  Operand<TFloat32> relations(Ops tf, Candidates candidates, PairScores pairs, int relations) {
    Operand<TInt32> sentences = tf.gather(triples, tf.constant(0), tf.constant(1)); // [T]
    Operand<TInt32> theirs = tf.gather(candidates.numbers(), sentences, tf.constant(0)); // [T, K]
    Operand<TInt32> most = // K
        tf.gather(tf.shape(candidates.numbers()), tf.constant(1), tf.constant(0));
    Operand<TInt32> batch =
        tf.gather(tf.shape(candidates.numbers()), tf.constant(0), tf.constant(0));
    Operand<TInt32> places = // [T, 4]
        tf.stack(
            List.of(
                sentences,
                place(tf, theirs, 1),
                place(tf, theirs, 2),
                tf.gather(triples, tf.constant(3), tf.constant(1))),
            Stack.axis(1L));
    Operand<TFloat32> square = // [B, K, K, R]
        ones(tf, places, tf.stack(List.of(batch, most, most, tf.constant(relations))));
    return tf.gatherNd(square, pairs.pairs());
  }

  /** [T]: where the span in a column of the triples is among the candidates of its sentence. */
  private Operand<TInt32> place(Ops tf, Operand<TInt32> theirs, int column) {
    Operand<TInt32> numbers = tf.gather(triples, tf.constant(column), tf.constant(1));
    Operand<TBool> equal = tf.math.equal(theirs, tf.expandDims(numbers, tf.constant(1)));
    return tf.math.argMax(tf.dtypes.cast(equal, TInt32.class), tf.constant(1), TInt32.class);
  }

  private static Operand<TFloat32> ones(Ops tf, Operand<TInt32> places, Operand<TInt32> shape) {
    Operand<TInt32> count = tf.gather(tf.shape(places), tf.constant(new int[] {0}), tf.constant(0));
    return tf.scatterNd(places, tf.fill(count, tf.constant(1f)), shape);
  }

  /**
   * @param gold distinct triples of each sentence
   */
  void feed(
      PairSettings settings,
      int relations,
      List<List<WordTriple>> gold,
      SpanScores scores,
      int paddedWords,
      Feeds feeds) {
    List<int[]> spanRows = new ArrayList<>();
    List<int[]> tripleRows = new ArrayList<>();
    int[] most = new int[gold.size()];
    for (int b = 0; b < gold.size(); b++) {
      Set<TokenSpan> entities = new LinkedHashSet<>();
      for (WordTriple triple : new LinkedHashSet<>(gold.get(b))) {
        requireInside(b, triple, paddedWords, relations);
        entities.add(triple.subject());
        entities.add(triple.object());
        tripleRows.add(
            new int[] {
              b,
              number(scores, triple.subject(), paddedWords),
              number(scores, triple.object(), paddedWords),
              triple.relation()
            });
      }
      for (TokenSpan entity : entities) {
        spanRows.add(new int[] {b, number(scores, entity, paddedWords)});
      }
      most[b] = Math.max(settings.candidates(), entities.size());
    }
    feeds
        .feed(spans, matrix(spanRows, 2))
        .feed(triples, matrix(tripleRows, 4))
        .feed(limits, TInt32.tensorOf(Shape.of(most.length), DataBuffers.of(most)));
  }

  private static int number(SpanScores scores, TokenSpan span, int paddedWords) {
    if (scores.kind() == Spans.ONE_WORD && span.length() > 1) {
      throw new IllegalArgumentException(
          "extractor.pair.spans: one-word, but a gold entity has %d words; set it to any"
              .formatted(span.length()));
    }
    return scores.number(span.first(), span.last(), paddedWords);
  }

  private static void requireInside(
      int sentence, WordTriple triple, int paddedWords, int relations) {
    if (Math.max(triple.subject().last(), triple.object().last()) >= paddedWords
        || triple.relation() >= relations) {
      throw new IllegalArgumentException(
          "sentence %d of the batch has %s, but %d words and %d relations"
              .formatted(sentence, triple, paddedWords, relations));
    }
  }

  private static TInt32 matrix(List<int[]> rows, int columns) {
    int[] values = rows.stream().flatMapToInt(Arrays::stream).toArray();
    return TInt32.tensorOf(Shape.of(rows.size(), columns), DataBuffers.of(values));
  }
}
