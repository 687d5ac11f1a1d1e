package org.relunet.evaluation.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.score.Score;

/**
 * Knows the training triples by heart and reads nothing else: a triple is predicted where both its
 * entities stand in the text, if it held in more than a share of the training texts that have both.
 * The share is chosen on the training texts, each left out in turn.
 */
public final class LookupBaseline {
  private static final double[] SHARES = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

  /** An ordered pair of entities. */
  private record Pair(String subject, String object) {}

  /** In how many training texts both stand, and in how many of them each relation holds. */
  private record Held(int[] texts, Map<String, Integer> relations) {}

  private final Map<Pair, Held> pairs;
  private final EntityIndex entities;
  private final double share;

  private LookupBaseline(Map<Pair, Held> pairs, EntityIndex entities, double share) {
    this.pairs = pairs;
    this.entities = entities;
    this.share = share;
  }

  /** Learns the triples of the texts. */
  public static LookupBaseline of(List<AnnotatedText> train) {
    Set<String> names = new HashSet<>();
    Map<Pair, Held> pairs = new HashMap<>();
    for (AnnotatedText text : train) {
      for (TextTriple triple : new HashSet<>(text.textTriples())) {
        names.add(triple.subject());
        names.add(triple.object());
        pairs
            .computeIfAbsent(
                new Pair(triple.subject(), triple.object()),
                unseen -> new Held(new int[1], new HashMap<>()))
            .relations()
            .merge(triple.relation(), 1, Integer::sum);
      }
    }
    EntityIndex entities = new EntityIndex(names);
    List<List<Pair>> present = new ArrayList<>();
    for (AnnotatedText text : train) {
      List<Pair> both = pairs(entities, pairs, text.text());
      both.forEach(pair -> pairs.get(pair).texts()[0]++);
      present.add(both);
    }
    return new LookupBaseline(pairs, entities, bestShare(train, present, pairs));
  }

  /** The share that was chosen. */
  public double share() {
    return share;
  }

  /** The triples that are predicted for a text. */
  public List<TextTriple> find(String text) {
    List<TextTriple> found = new ArrayList<>();
    for (Pair pair : pairs(entities, pairs, text)) {
      Held held = pairs.get(pair);
      held.relations()
          .forEach(
              (relation, texts) -> {
                if (texts > share * held.texts()[0]) {
                  found.add(new TextTriple(pair.subject(), relation, pair.object()));
                }
              });
    }
    return found;
  }

  private static List<Pair> pairs(EntityIndex entities, Map<Pair, Held> pairs, String text) {
    List<String> names = entities.in(text);
    List<Pair> both = new ArrayList<>();
    for (String subject : names) {
      for (String object : names) {
        Pair pair = new Pair(subject, object);
        if (pairs.containsKey(pair)) {
          both.add(pair);
        }
      }
    }
    return both;
  }

  private static double bestShare(
      List<AnnotatedText> train, List<List<Pair>> present, Map<Pair, Held> pairs) {
    double best = 0;
    double bestF1 = -1;
    for (double share : SHARES) {
      Score total = Score.NONE;
      for (int i = 0; i < train.size(); i++) {
        total = total.plus(leftOut(train.get(i), present.get(i), pairs, share));
      }
      if (total.f1() > bestF1) {
        bestF1 = total.f1();
        best = share;
      }
    }
    return best;
  }

  /** The score of a training text by what the others say. */
  private static Score leftOut(
      AnnotatedText text, List<Pair> present, Map<Pair, Held> pairs, double share) {
    Set<TextTriple> gold = new HashSet<>(text.textTriples());
    int predicted = 0;
    int correct = 0;
    for (Pair pair : present) {
      Held held = pairs.get(pair);
      for (Map.Entry<String, Integer> relation : held.relations().entrySet()) {
        boolean right =
            gold.contains(new TextTriple(pair.subject(), relation.getKey(), pair.object()));
        int others = relation.getValue() - (right ? 1 : 0);
        if (others > share * (held.texts()[0] - 1) && others > 0) {
          predicted++;
          correct += right ? 1 : 0;
        }
      }
    }
    return new Score(gold.size(), predicted, correct);
  }
}
