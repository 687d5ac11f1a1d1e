package org.relunet.evaluation.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.relunet.common.replacement.Replacement;
import org.relunet.evaluation.calibration.JudgedConfidence;
import org.relunet.evaluation.calibration.Reliability;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.GroupScore;
import org.relunet.evaluation.score.Score;
import org.relunet.evaluation.threshold.ThresholdScore;
import org.relunet.evaluation.threshold.ThresholdSweep;

/**
 * An evaluation as JSON. Every score is an object of {@code precision, recall, f1, gold, predicted,
 * correct}, with {@code texts} where it is that of a group of texts:
 *
 * <pre>
 * {"formatVersion": 1, "match": "exact", "overall": {...},
 *  "withDistractors": {...}, "distractors": {"texts", "textsWithPredictions", "predicted"},
 *  "byOverlap": {"distinct": {"Normal": {...}, "EPO": {...}, "SEO": {...}}, "as-published": {...}},
 *  "byTripleCount": {"0": {...}, ..., "5+": {...}}, "byRelation": {"birthPlace": {...}, ...},
 *  "byConfidence": [{"threshold": 0.5, ...}, ...], "bestThreshold": 0.5,
 *  "worstTexts": [{"id", "text", "right": [{"subject", "relation", "object"}, ...], "missed", "wrong"}]}
 * </pre>
 *
 * <p>{@code byConfidence} counts what reaches each threshold, distractors included; {@code
 * bestThreshold} has the highest F1 of them. {@code withDistractors} and {@code distractors} are
 * absent where there was no distractor, {@code worstTexts} where nobody asked for it.
 */
public final class JsonReport {
  /** Counts up when a key changes its meaning or goes away. */
  public static final int FORMAT_VERSION = 1;

  private final ObjectMapper json = new ObjectMapper();

  /** The report as a tree, to which a caller may add what it knows of model and data. */
  public ObjectNode tree(Evaluation evaluation) {
    ObjectNode root = json.createObjectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("match", evaluation.rule().label());
    root.set("overall", group(evaluation.overall()));
    if (evaluation.distractors().texts() > 0) {
      root.set("withDistractors", group(evaluation.withDistractors()));
      root.putObject("distractors")
          .put("texts", evaluation.distractors().texts())
          .put("textsWithPredictions", evaluation.distractorsWithPredictions())
          .put("predicted", evaluation.distractors().score().predicted());
    }
    ObjectNode byOverlap = root.putObject("byOverlap");
    evaluation
        .byOverlap()
        .forEach(
            (convention, classes) -> {
              ObjectNode byClass = byOverlap.putObject(convention.label());
              classes.forEach((c, score) -> byClass.set(c.label(), group(score)));
            });
    ObjectNode byTripleCount = root.putObject("byTripleCount");
    evaluation
        .byTripleCount()
        .forEach((count, score) -> byTripleCount.set(count.label(), group(score)));
    ObjectNode byRelation = root.putObject("byRelation");
    evaluation.byRelation().forEach((relation, score) -> byRelation.set(relation, score(score)));
    return root;
  }

  /** Adds the scores by least confidence, of which there is at least one, to a report. */
  public void addThresholds(ObjectNode report, List<ThresholdScore> thresholds) {
    ArrayNode byConfidence = report.putArray("byConfidence");
    for (ThresholdScore each : thresholds) {
      ObjectNode node = byConfidence.addObject().put("threshold", each.threshold());
      node.setAll(score(each.score()));
    }
    report.put("bestThreshold", ThresholdSweep.best(thresholds).threshold());
  }

  /** Adds what confidence promises and keeps. */
  public void addReliability(ObjectNode report, List<JudgedConfidence> judged) {
    report.put("expectedCalibrationError", Reliability.expectedError(judged));
    report.set("reliability", json.valueToTree(Reliability.table(judged)));
  }

  /** Adds the texts with the most errors to a report, under {@code worstTexts}. */
  public void addErrors(ObjectNode report, List<TextErrors> worst) {
    report.set("worstTexts", json.valueToTree(worst));
  }

  /** Writes the report, indented; folders that are missing are made. */
  public void write(ObjectNode report, Path file) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    Replacement.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
  }

  private ObjectNode group(GroupScore group) {
    ObjectNode node = json.createObjectNode().put("texts", group.texts());
    return node.setAll(score(group.score()));
  }

  private ObjectNode score(Score score) {
    return json.createObjectNode()
        .put("precision", score.precision())
        .put("recall", score.recall())
        .put("f1", score.f1())
        .put("gold", score.gold())
        .put("predicted", score.predicted())
        .put("correct", score.correct());
  }
}
