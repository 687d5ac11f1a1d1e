package org.relunet.training.experiment;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.relunet.evaluation.score.Spread;

/**
 * The results of an experiment as tables: the means over the seeds, with the sample standard
 * deviation where there are several.
 *
 * @param experiment whose rows these are
 * @param results for each row, by name, those of the trainings that are done
 */
record ResultTable(Experiment experiment, Map<String, List<RowResult>> results) {
  private static final double PER_HOUR = 3600;

  /** For people: percentages, and rows that are not done yet as dashes. */
  String toMarkdown() {
    StringBuilder text =
        new StringBuilder(
            "| row | precision | recall | F1 | seeds | best epoch | hours | sentences/s | models |\n"
                + "|---|---|---|---|---|---|---|---|---|\n");
    for (ExperimentRow row : experiment.rows()) {
      List<RowResult> done = results.getOrDefault(row.name(), List.of());
      String cells =
          done.isEmpty()
              ? "- | - | - | 0 of " + row.seeds().size() + " | - | - | - | -"
              : String.join(
                  " | ",
                  percent(done, RowResult::precision),
                  percent(done, RowResult::recall),
                  percent(done, RowResult::f1),
                  done.size() + " of " + row.seeds().size(),
                  list(done, result -> result.bestEpoch() + "/" + result.epochs()),
                  number("%.2f", mean(done, RowResult::seconds) / PER_HOUR),
                  number("%.1f", mean(done, RowResult::sentencesPerSecond)),
                  list(done, RowResult::model));
      text.append("| ").append(row.name().replace("|", "\\|")).append(" | ").append(cells);
      text.append(" |\n");
    }
    return text.toString();
  }

  /** For programs: a line for each training that is done (RFC 4180). */
  String toCsv() {
    StringBuilder text =
        new StringBuilder(
            "row,seed,match,precision,recall,f1,best_epoch,epochs,seconds,sentences_per_second,"
                + "model\r\n");
    for (ExperimentRow row : experiment.rows()) {
      for (RowResult result : results.getOrDefault(row.name(), List.of())) {
        text.append(
            String.join(
                ",",
                '"' + result.row().replace("\"", "\"\"") + '"',
                Long.toString(result.seed()),
                result.match(),
                number("%.4f", result.precision()),
                number("%.4f", result.recall()),
                number("%.4f", result.f1()),
                Integer.toString(result.bestEpoch()),
                Integer.toString(result.epochs()),
                number("%.0f", result.seconds()),
                number("%.1f", result.sentencesPerSecond()),
                result.model()));
        text.append("\r\n");
      }
    }
    return text.toString();
  }

  private static String percent(List<RowResult> done, ToDoubleFunction<RowResult> score) {
    return Spread.of(done.stream().map(score::applyAsDouble).toList()).percent();
  }

  private static double mean(List<RowResult> done, ToDoubleFunction<RowResult> value) {
    return done.stream().mapToDouble(value).average().orElseThrow();
  }

  private static String list(List<RowResult> done, Function<RowResult, String> value) {
    return done.stream().map(value).collect(joining(", "));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
