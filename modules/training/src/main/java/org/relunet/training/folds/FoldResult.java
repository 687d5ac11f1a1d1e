package org.relunet.training.folds;

import java.util.List;
import java.util.Map;
import org.relunet.evaluation.score.Score;

/**
 * What the training without one part of the texts gave, with the score on that part.
 *
 * @param fold number of the part, from 1
 * @param folds how many parts there are
 * @param learned texts that were learned
 * @param heldOut texts that were scored on
 * @param maximumSteps that the training was allowed; 0: no limit
 * @param match how triples were compared
 * @param score of the stored model of the best epoch, with the thresholds that were chosen
 * @param bestEpoch the one that was kept
 * @param byEpoch scores of all epochs, with the thresholds as configured
 * @param chosenSettings what was chosen on the held-out texts, by full key
 * @param model version of the stored model
 */
record FoldResult(
    int fold,
    int folds,
    int learned,
    int heldOut,
    long maximumSteps,
    String match,
    Score score,
    int bestEpoch,
    List<EpochScore> byEpoch,
    Map<String, String> chosenSettings,
    String model) {
  FoldResult {
    if (score == null || match == null || byEpoch == null || byEpoch.isEmpty() || model == null) {
      throw new IllegalArgumentException(
          "a fold's result needs the keys score, match, byEpoch, model");
    }
    byEpoch = List.copyOf(byEpoch);
    chosenSettings = chosenSettings == null ? Map.of() : Map.copyOf(chosenSettings);
  }

  /** The score of an epoch; of the last one where the training ended before. */
  EpochScore at(int epoch) {
    return byEpoch.get(Math.min(epoch, byEpoch.size()) - 1);
  }
}
