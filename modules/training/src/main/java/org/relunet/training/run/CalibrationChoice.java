package org.relunet.training.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.relunet.evaluation.calibration.CalibrationFit;
import org.relunet.evaluation.calibration.JudgedConfidence;
import org.relunet.evaluation.calibration.Reliability;
import org.relunet.training.ChosenSettings;

/**
 * The calibration that a model gets after its training.
 *
 * @param settings of extraction; none where too few triples were judged
 * @param scores what it is worth on texts that it was not fitted to, by name
 */
record CalibrationChoice(ChosenSettings settings, Map<String, Double> scores) {
  static final CalibrationChoice NONE = new CalibrationChoice(ChosenSettings.NONE, Map.of());

  /**
   * @param judged triples of the development texts, with confidences that are not calibrated
   * @param messages told what was fitted
   */
  static CalibrationChoice of(List<JudgedConfidence> judged, Consumer<String> messages) {
    Optional<CalibrationFit> fit = CalibrationFit.of(judged);
    if (fit.isEmpty()) {
      messages.accept(
          "the development texts have too few right or wrong triples to calibrate confidence on: it"
              + " stays as the extractor gives it");
      return NONE;
    }
    Map<String, String> settings = new TreeMap<>();
    settings.put("extraction.calibration-slope", text(fit.get().calibration().slope()));
    settings.put("extraction.calibration-shift", text(fit.get().calibration().shift()));
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("dev expected calibration error, uncalibrated", fit.get().errorBefore());
    scores.put("dev expected calibration error, cross-validated", fit.get().error());
    for (Reliability row : Reliability.table(fit.get().heldOut())) {
      scores.put(
          String.format(
              Locale.ROOT,
              "dev right of %d triples with confidence %.1f to %.1f, cross-validated",
              row.triples(),
              row.from(),
              row.to()),
          row.right());
    }
    messages.accept(
        String.format(
            Locale.ROOT,
            "calibrated confidence: expected calibration error %.3f in place of %.3f"
                + " (cross-validated on the development texts)",
            fit.get().error(),
            fit.get().errorBefore()));
    return new CalibrationChoice(new ChosenSettings(new TreeMap<>(settings)), scores);
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
