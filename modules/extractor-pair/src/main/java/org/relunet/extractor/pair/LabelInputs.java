package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordEntity;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What is to be learned, as it is fed.
 *
 * @param spans [E, 2] of each gold entity: sentence, number of its span
 * @param typed [Y, 3] of each gold entity whose type is known: sentence, number of its span, type
 *     from 1
 * @param triples [T, 4] of each gold triple: sentence, numbers of its subject's and object's spans,
 *     relation
 * @param limits [B] candidates of each sentence
 * @param entitiesKnown [B] 1 where all entities are known, 0 where there may be more
 * @param relationsKnown [B, R] 1 where all triples of the relation are known, 0 where there may be
 *     more
 */
record LabelInputs(
    Operand<TInt32> spans,
    Operand<TInt32> typed,
    Operand<TInt32> triples,
    Operand<TInt32> limits,
    Operand<TFloat32> entitiesKnown,
    Operand<TFloat32> relationsKnown) {
  static LabelInputs placeholders(Ops tf, int relations) {
    return new LabelInputs(
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 2))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 3))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 4))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, relations))));
  }

  /** [B, M] 1 for a gold entity. */
  Operand<TFloat32> entities(Ops tf, SpanScores scores) {
    return ones(tf, spans, tf.shape(scores.logits()));
  }

  /**
   * [B, M] 1 for what is known of a span.
   *
   * @param entities as above
   */
  Operand<TFloat32> knownEntities(Ops tf, SpanScores scores, Operand<TFloat32> entities) {
    return tf.math.mul(
        scores.present(), tf.math.maximum(entities, tf.expandDims(entitiesKnown, tf.constant(1))));
  }

  /** [B, M] type of a gold entity, from 1; 0 elsewhere. */
  Operand<TInt32> types(Ops tf, SpanScores scores) {
    return tf.tensorScatterNdMax(
        tf.zerosLike(tf.dtypes.cast(scores.present(), TInt32.class)),
        tf.gather(typed, tf.constant(new int[] {0, 1}), tf.constant(1)),
        PairRows.column(tf, typed, 2));
  }

  /** [P, R] 1 for a gold triple. */
  Operand<TFloat32> related(Ops tf, PairRows rows, int relations) {
    Operand<TInt32> places = // [T, 2]
        tf.stack(List.of(rows.find(tf, triples), PairRows.column(tf, triples, 3)), Stack.axis(1L));
    return ones(tf, places, tf.stack(List.of(rows.count(), tf.constant(relations))));
  }

  /**
   * [P, R] 1 for what is known of a pair.
   *
   * @param related as above
   */
  Operand<TFloat32> knownRelations(Ops tf, PairScores pairs, Operand<TFloat32> related) {
    return tf.math.maximum(
        related, tf.gather(relationsKnown, PairRows.column(tf, pairs.pairs(), 0), tf.constant(0)));
  }

  private static Operand<TFloat32> ones(Ops tf, Operand<TInt32> places, Operand<TInt32> shape) {
    Operand<TInt32> count = tf.gather(tf.shape(places), tf.constant(new int[] {0}), tf.constant(0));
    return tf.scatterNd(places, tf.fill(count, tf.constant(1f)), shape);
  }

  void feed(
      PairSettings settings,
      int relations,
      List<SentenceLabels> labels,
      SpanScores scores,
      int paddedWords,
      Feeds feeds) {
    List<int[]> spanRows = new ArrayList<>();
    List<int[]> typedRows = new ArrayList<>();
    List<int[]> tripleRows = new ArrayList<>();
    int sentences = labels.size();
    int[] most = new int[sentences];
    float[] allEntities = new float[sentences];
    float[] allTriples = new float[sentences * relations];
    for (int b = 0; b < sentences; b++) {
      SentenceLabels sentence = labels.get(b);
      for (WordTriple triple : new LinkedHashSet<>(sentence.triples())) {
        requireInside(b, triple, paddedWords, relations);
        tripleRows.add(
            new int[] {
              b,
              scores.number(triple.subject(), paddedWords),
              scores.number(triple.object(), paddedWords),
              triple.relation()
            });
      }
      Set<TokenSpan> entities = sentence.entitySpans();
      for (TokenSpan entity : entities) {
        spanRows.add(new int[] {b, scores.number(entity, paddedWords)});
      }
      for (WordEntity entity : sentence.entities().orElse(List.of())) {
        int type = settings.types().indexOf(entity.type()) + 1;
        if (type > 0) {
          typedRows.add(new int[] {b, scores.number(entity.span(), paddedWords), type});
        }
      }
      most[b] = Math.max(settings.candidates(), entities.size());
      allEntities[b] = sentence.knowsEntities() ? 1 : 0;
      for (int relation = 0; relation < relations; relation++) {
        allTriples[b * relations + relation] = sentence.isAnnotated(relation) ? 1 : 0;
      }
    }
    Shape perSentence = Shape.of(sentences);
    feeds
        .feed(spans, Matrices.of(spanRows, 2))
        .feed(typed, Matrices.of(typedRows, 3))
        .feed(triples, Matrices.of(tripleRows, 4))
        .feed(limits, TInt32.tensorOf(perSentence, DataBuffers.of(most)))
        .feed(entitiesKnown, TFloat32.tensorOf(perSentence, DataBuffers.of(allEntities)))
        .feed(
            relationsKnown,
            TFloat32.tensorOf(Shape.of(sentences, relations), DataBuffers.of(allTriples)));
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
}
