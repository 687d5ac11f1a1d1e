package org.relunet.training.experiment;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.relunet.common.messages.PlainMarkdown;
import org.relunet.evaluation.score.Spread;

/**
 * The results of an experiment as tables: the means over the seeds, with the sample standard
 * deviation where there are several. F1 is told of triples that the training texts list, which may
 * be remembered, and of the others apart as well.
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
            "| row | precision | recall | F1 | F1 seen | F1 unseen | seeds | best epoch | hours |"
                + " sentences/s | models |\n"
                + "|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (ExperimentRow row : experiment.rows()) {
      List<RowResult> done = results.getOrDefault(row.name(), List.of());
      String cells =
          done.isEmpty()
              ? "- | - | - | - | - | 0 of " + row.seeds().size() + " | - | - | - | -"
              : String.join(
                  " | ",
                  percent(done, RowResult::precision),
                  percent(done, RowResult::recall),
                  percent(done, RowResult::f1),
                  percentIfTold(done, RowResult::seenF1),
                  percentIfTold(done, RowResult::unseenF1),
                  done.size() + " of " + row.seeds().size(),
                  list(done, result -> result.bestEpoch() + "/" + result.epochs()),
                  number("%.2f", mean(done, RowResult::seconds) / PER_HOUR),
                  number("%.1f", mean(done, RowResult::sentencesPerSecond)),
                  list(done, RowResult::model));
      text.append("| ").append(PlainMarkdown.text(row.name())).append(" | ").append(cells);
      text.append(" |\n");
    }
    return text.toString();
  }

  /** For programs: a line for each training that is done (RFC 4180). */
  String toCsv() {
    StringBuilder text =
        new StringBuilder(
            "row,seed,match,precision,recall,f1,best_epoch,epochs,seconds,sentences_per_second,"
                + "model,seen_f1,unseen_f1\r\n");
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
                result.model(),
                fractionIfTold(result.seenF1()),
                fractionIfTold(result.unseenF1())));
        text.append("\r\n");
      }
    }
    return text.toString();
  }

  private static String percent(List<RowResult> done, ToDoubleFunction<RowResult> score) {
    return Spread.of(done.stream().map(score::applyAsDouble).toList()).percent();
  }

  /** A dash unless all tell it. */
  private static String percentIfTold(List<RowResult> done, Function<RowResult, Double> score) {
    return done.stream().map(score).allMatch(Objects::nonNull) ? percent(done, score::apply) : "-";
  }

  private static String fractionIfTold(Double score) {
    return score == null ? "" : number("%.4f", score);
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
