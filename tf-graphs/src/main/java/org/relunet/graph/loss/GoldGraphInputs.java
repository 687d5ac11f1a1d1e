package org.relunet.graph.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The golden relational graph of each sentence, as fed: its nodes are the sentence's m distinct
 * entities, its edges the triples.
 *
 * @param entityWords [B, M, N] row i averages the words of entity i; zero rows where padded
 * @param adjacency A_gold, [B, M, M], symmetric
 * @param entityCounts m, [B]
 * @param edgesKnown [B] 1 where two entities without an edge are known to have none, 0 where the
 *     annotation leaves that open
 */
public record GoldGraphInputs(
    Operand<TFloat32> entityWords,
    Operand<TFloat32> adjacency,
    Operand<TInt32> entityCounts,
    Operand<TFloat32> edgesKnown) {

  /** New placeholders. */
  public static GoldGraphInputs placeholders(Ops tf) {
    Shape matrices = Shape.of(-1, -1, -1);
    return new GoldGraphInputs(
        tf.withName("gold_entity_words").placeholder(TFloat32.class, Placeholder.shape(matrices)),
        tf.withName("gold_adjacency").placeholder(TFloat32.class, Placeholder.shape(matrices)),
        tf.withName("gold_entity_counts")
            .placeholder(TInt32.class, Placeholder.shape(Shape.of(-1))),
        tf.withName("gold_edges_known")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1))));
  }

  /**
   * Feeds the graphs of a batch.
   *
   * @param labels of each sentence
   * @param paddedWords N
   * @throws IllegalArgumentException if an entity reaches beyond N, naming sentence and word
   */
  public void feed(List<SentenceLabels> labels, int paddedWords, Feeds feeds) {
    List<List<WordTriple>> gold = labels.stream().map(SentenceLabels::triples).toList();
    List<Map<TokenSpan, Integer>> entities = new ArrayList<>();
    int most = 1; // an axis of size 0 would be legal but useless
    for (List<WordTriple> triples : gold) {
      Map<TokenSpan, Integer> numbered = new LinkedHashMap<>();
      for (WordTriple triple : triples) {
        numbered.putIfAbsent(triple.subject(), numbered.size());
        numbered.putIfAbsent(triple.object(), numbered.size());
      }
      entities.add(numbered);
      most = Math.max(most, numbered.size());
    }
    int sentences = gold.size();
    float[] words = new float[sentences * most * paddedWords];
    float[] edges = new float[sentences * most * most];
    int[] counts = new int[sentences];
    float[] known = new float[sentences];
    for (int b = 0; b < sentences; b++) {
      Map<TokenSpan, Integer> numbered = entities.get(b);
      counts[b] = numbered.size();
      known[b] = labels.get(b).isPartial() ? 0 : 1;
      for (Map.Entry<TokenSpan, Integer> entity : numbered.entrySet()) {
        TokenSpan span = entity.getKey();
        requireInside(b, span, paddedWords);
        int row = (b * most + entity.getValue()) * paddedWords;
        for (int word = span.first(); word <= span.last(); word++) {
          words[row + word] = 1f / span.length();
        }
      }
      for (WordTriple triple : gold.get(b)) {
        int subject = numbered.get(triple.subject());
        int object = numbered.get(triple.object());
        edges[(b * most + subject) * most + object] = 1;
        edges[(b * most + object) * most + subject] = 1;
      }
    }
    feeds.feed(
        entityWords,
        TFloat32.tensorOf(Shape.of(sentences, most, paddedWords), DataBuffers.of(words)));
    feeds.feed(
        adjacency, TFloat32.tensorOf(Shape.of(sentences, most, most), DataBuffers.of(edges)));
    feeds.feed(entityCounts, TInt32.tensorOf(Shape.of(sentences), DataBuffers.of(counts)));
    feeds.feed(edgesKnown, TFloat32.tensorOf(Shape.of(sentences), DataBuffers.of(known)));
  }

  private static void requireInside(int sentence, TokenSpan span, int paddedWords) {
    if (span.last() >= paddedWords) {
      throw new IllegalArgumentException(
          "sentence %d of the batch has an entity at word %d, but only %d words"
              .formatted(sentence, span.last(), paddedWords));
    }
  }
}
