package org.relunet.training.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.corpus.AnnotatedText;
import org.relunet.evaluation.calibration.JudgedConfidence;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.threshold.ThresholdScore;

/**
 * The scores of a stored model.
 *
 * @param evaluation of everything that it predicts
 * @param byConfidence of what reaches a threshold, annotated texts and distractors together, by
 *     ascending threshold: the first keeps all that is predicted
 * @param texts the annotated texts with what was predicted, in their order
 * @param judged the confidences of what was predicted, distractors' too
 */
public record ModelScores(
    Evaluation evaluation,
    List<ThresholdScore> byConfidence,
    List<EvaluatedText> texts,
    List<JudgedConfidence> judged) {
  public ModelScores {
    requireNonNull(evaluation, "evaluation");
    byConfidence = List.copyOf(byConfidence);
    texts = List.copyOf(texts);
    judged = List.copyOf(judged);
  }

  /**
   * The texts with an error, the worst first.
   *
   * @param annotated the same texts, in the same order
   */
  public List<TextErrors> errors(List<AnnotatedText> annotated) {
    return TextErrors.worst(annotated, texts, evaluation.rule());
  }
}
