package org.relunet.training.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Score;
import org.relunet.network.TrainingStep;

/** The names under which the metrics tell the values of steps and epochs. */
final class ReportedValues {
  private ReportedValues() {}

  /** Those of a step. */
  static Map<String, Double> of(TrainingStep done, double factor) {
    Map<String, Double> details = new LinkedHashMap<>();
    details.put("extractionLoss", done.extractionLoss());
    details.put("matchingLoss", done.matchingLoss());
    details.put("similarityLoss", done.similarityLoss());
    if (done.distillationLoss() != 0) {
      details.put("distillationLoss", done.distillationLoss());
    }
    details.put("gradientNorm", done.gradientNorm());
    details.put("rateFactor", factor);
    details.putAll(done.measures());
    return details;
  }

  /**
   * Those of an epoch.
   *
   * @param evaluation empty where nothing was scored on
   * @param figures of its updates
   */
  static Map<String, Double> of(Optional<Evaluation> evaluation, Map<String, Double> figures) {
    Map<String, Double> scores = new LinkedHashMap<>();
    if (evaluation.isPresent()) {
      Score score = evaluation.get().overall().score();
      scores.put("f1", score.f1());
      scores.put("precision", score.precision());
      scores.put("recall", score.recall());
    }
    scores.putAll(figures);
    return scores;
  }
}
