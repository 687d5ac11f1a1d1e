package org.relunet.evaluation.threshold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.Score;

/** Scores at several confidence thresholds. */
public final class ThresholdSweep {
  /** Close together where confidences are: a trained model is mostly sure of itself. */
  private static final double[] USUAL = {
    0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96,
    0.97, 0.98, 0.99, 0.995, 0.999
  };

  private ThresholdSweep() {}

  /**
   * The thresholds that are worth a look.
   *
   * @param minimum below which nothing was predicted: the first of them
   */
  public static double[] thresholds(double minimum) {
    return DoubleStream.concat(
            DoubleStream.of(minimum), DoubleStream.of(USUAL).filter(usual -> usual > minimum))
        .toArray();
  }

  /**
   * A score for every threshold, in the given order. A triple that is predicted several times
   * counts once, if any of its confidences reaches the threshold.
   */
  public static List<ThresholdScore> scores(
      Collection<ConfidentText> texts, MatchRule rule, double... thresholds) {
    List<ThresholdScore> scores = new ArrayList<>();
    for (double threshold : thresholds) {
      Score total = Score.NONE;
      for (ConfidentText text : texts) {
        total = total.plus(score(text, rule, threshold));
      }
      scores.add(new ThresholdScore(threshold, total));
    }
    return List.copyOf(scores);
  }

  /**
   * The threshold with the highest F1; of equal ones the highest threshold, which predicts least.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ThresholdScore best(List<ThresholdScore> scores) {
    return scores.stream()
        .max(
            (one, other) -> {
              int byF1 = Double.compare(one.score().f1(), other.score().f1());
              return byF1 != 0 ? byF1 : Double.compare(one.threshold(), other.threshold());
            })
        .orElseThrow(() -> new IllegalArgumentException("there is no threshold to choose from"));
  }

  private static Score score(ConfidentText text, MatchRule rule, double threshold) {
    Set<TextTriple> gold = rule.keys(text.gold());
    Set<TextTriple> kept =
        rule.keys(
            text.predicted().stream()
                .filter(p -> p.confidence() >= threshold)
                .map(ConfidentTriple::triple)
                .toList());
    long correct = kept.stream().filter(gold::contains).count();
    return new Score(gold.size(), kept.size(), correct);
  }
}
