package org.relunet.evaluation.threshold;

import static java.util.Objects.requireNonNull;

import org.relunet.evaluation.score.Score;

/**
 * Score of the predictions whose confidence reaches a threshold.
 *
 * @param threshold the least confidence that is kept
 * @param score their score
 */
public record ThresholdScore(double threshold, Score score) {
  public ThresholdScore {
    requireNonNull(score, "score");
  }
}
