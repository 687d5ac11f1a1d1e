package org.relunet.evaluation.score;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.corpus.TextTriple;

/** Counts of one text, from the distinct keys of its triples. */
final class TextScore {
  private TextScore() {}

  static Score of(Set<TextTriple> gold, Set<TextTriple> predicted) {
    long correct = predicted.stream().filter(gold::contains).count();
    return new Score(gold.size(), predicted.size(), correct);
  }

  static Map<String, Score> byRelation(Set<TextTriple> gold, Set<TextTriple> predicted) {
    Map<String, Score> scores = new TreeMap<>();
    for (TextTriple triple : gold) {
      Score missed = new Score(1, 0, 0);
      Score found = new Score(1, 1, 1);
      scores.merge(triple.relation(), predicted.contains(triple) ? found : missed, Score::plus);
    }
    for (TextTriple triple : predicted) {
      if (!gold.contains(triple)) {
        scores.merge(triple.relation(), new Score(0, 1, 0), Score::plus);
      }
    }
    return scores;
  }
}
