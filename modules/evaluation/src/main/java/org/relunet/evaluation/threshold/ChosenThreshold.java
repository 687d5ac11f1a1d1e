package org.relunet.evaluation.threshold;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A least confidence, and the score that it gives on the texts in question.
 *
 * @param threshold the least confidence
 * @param score of the texts in question at that confidence
 * @param source names the other texts that it was chosen on; empty: it was chosen on those in
 *     question, and their score at it is flattered
 */
public record ChosenThreshold(double threshold, ThresholdScore score, Optional<String> source) {
  public ChosenThreshold {
    requireNonNull(score, "score");
    requireNonNull(source, "source");
  }

  /** The one that gives the best F1 on the texts in question themselves. */
  public static ChosenThreshold onTheSameTexts(List<ThresholdScore> scores) {
    ThresholdScore best = ThresholdSweep.best(scores);
    return new ChosenThreshold(best.threshold(), best, Optional.empty());
  }

  /**
   * The one that gives the best F1 on other texts.
   *
   * @param source names them
   * @param others their scores
   * @param scores those of the texts in question, at the same thresholds
   */
  public static ChosenThreshold onOtherTexts(
      String source, List<ThresholdScore> others, List<ThresholdScore> scores) {
    double threshold = ThresholdSweep.best(others).threshold();
    ThresholdScore score =
        scores.stream()
            .filter(each -> each.threshold() == threshold)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no score at the threshold " + threshold));
    return new ChosenThreshold(threshold, score, Optional.of(source));
  }
}
