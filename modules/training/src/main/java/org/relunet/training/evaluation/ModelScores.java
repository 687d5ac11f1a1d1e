package org.relunet.training.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.threshold.ThresholdScore;

/**
 * The scores of a stored model.
 *
 * @param evaluation of everything that it predicts
 * @param byConfidence of what reaches a threshold, annotated texts and distractors together, by
 *     ascending threshold: the first keeps all that is predicted
 */
public record ModelScores(Evaluation evaluation, List<ThresholdScore> byConfidence) {
  public ModelScores {
    requireNonNull(evaluation, "evaluation");
    byConfidence = List.copyOf(byConfidence);
  }
}
