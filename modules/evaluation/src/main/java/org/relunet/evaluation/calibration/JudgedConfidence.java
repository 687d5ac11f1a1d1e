package org.relunet.evaluation.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.threshold.ConfidentText;
import org.relunet.evaluation.threshold.ConfidentTriple;

/**
 * A predicted triple's confidence, and whether it is right.
 *
 * @param text number of the text that it was predicted for
 * @param confidence in (0, 1]
 * @param right whether it is among the gold triples
 */
public record JudgedConfidence(int text, double confidence, boolean right) {
  /**
   * Those of texts: of a triple that is predicted several times the highest counts, once.
   *
   * @param rule when a triple is right
   */
  public static List<JudgedConfidence> of(List<ConfidentText> texts, MatchRule rule) {
    List<JudgedConfidence> judged = new ArrayList<>();
    for (int t = 0; t < texts.size(); t++) {
      int text = t;
      Set<TextTriple> gold = rule.keys(texts.get(t).gold());
      Map<TextTriple, Double> best = new LinkedHashMap<>();
      for (ConfidentTriple predicted : texts.get(t).predicted()) {
        if (predicted.confidence() > 0) {
          best.merge(rule.key(predicted.triple()), predicted.confidence(), Math::max);
        }
      }
      best.forEach(
          (triple, confidence) ->
              judged.add(new JudgedConfidence(text, confidence, gold.contains(triple))));
    }
    return judged;
  }

  /** By tenths of confidence, from 0 to 1: those of each tenth that has any. */
  static Map<Integer, List<JudgedConfidence>> byTenths(List<JudgedConfidence> judged) {
    Map<Integer, List<JudgedConfidence>> tenths = new TreeMap<>();
    for (JudgedConfidence one : judged) {
      tenths
          .computeIfAbsent(Math.min(9, (int) (10 * one.confidence())), tenth -> new ArrayList<>())
          .add(one);
    }
    return tenths;
  }
}
