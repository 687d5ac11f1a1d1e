package org.relunet.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relunet.common.messages.Visible;
import org.relunet.corpus.overlap.OverlapClass;
import org.relunet.corpus.overlap.OverlapConvention;
import org.relunet.evaluation.calibration.JudgedConfidence;
import org.relunet.evaluation.calibration.Reliability;
import org.relunet.evaluation.comparison.PairedBootstrap;
import org.relunet.evaluation.comparison.SeenScores;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.GroupScore;
import org.relunet.evaluation.score.Score;
import org.relunet.evaluation.threshold.ChosenThreshold;
import org.relunet.evaluation.threshold.ThresholdScore;

/** An evaluation as a table for people: ratios in percent, counts behind them. */
public final class TextReport {
  private static final int NAME_CHARACTERS = 40;

  private final List<String> lines = new ArrayList<>();

  private TextReport() {}

  /**
   * The table's lines, without line ends.
   *
   * @param relationsShown the most frequent relations get a line each, up to so many
   */
  public static List<String> lines(Evaluation evaluation, int relationsShown) {
    return lines(evaluation, Optional.empty(), relationsShown);
  }

  /** As above, with a least confidence and what it gives. */
  public static List<String> lines(
      Evaluation evaluation, ChosenThreshold threshold, int relationsShown) {
    return lines(evaluation, Optional.of(threshold), relationsShown);
  }

  private static List<String> lines(
      Evaluation evaluation, Optional<ChosenThreshold> threshold, int relationsShown) {
    TextReport report = new TextReport();
    report.header(evaluation.rule().label() + " match, micro average");
    report.group("all texts", evaluation.overall());
    if (evaluation.distractors().texts() > 0) {
      report.group("with distractors", evaluation.withDistractors());
      report.lines.add(
          "  distractors: "
              + evaluation.distractors().score().predicted()
              + " triples in "
              + evaluation.distractorsWithPredictions()
              + " of "
              + evaluation.distractors().texts()
              + " texts");
    }
    threshold.ifPresent(report::threshold);
    evaluation.byOverlap().forEach(report::overlap);
    report.header("by distinct triples of the text");
    evaluation
        .byTripleCount()
        .forEach(
            (count, score) -> {
              if (score.texts() > 0) {
                report.group(count.label(), score);
              }
            });
    report.relations(evaluation.byRelation(), relationsShown);
    return List.copyOf(report.lines);
  }

  private void threshold(ChosenThreshold chosen) {
    String at = "at --min-confidence " + chosen.threshold();
    if (chosen.source().isPresent()) {
      row(at, "", chosen.score().score());
      lines.add("    (chosen on " + chosen.source().get() + ")");
    } else {
      row("best F1, " + at, "", chosen.score().score());
      lines.add("    (chosen on these very texts, which flatters it: --tune names others)");
    }
  }

  private void overlap(OverlapConvention convention, Map<OverlapClass, GroupScore> classes) {
    header("by overlap, " + convention.label());
    classes.forEach((c, score) -> group(c.label(), score));
  }

  private void relations(Map<String, Score> byRelation, int shown) {
    if (shown <= 0 || byRelation.isEmpty()) {
      return;
    }
    header(
        "by relation"
            + (shown < byRelation.size()
                ? ", " + shown + " most frequent of " + byRelation.size()
                : ""));
    byRelation.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Score> e) -> e.getValue().gold())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(shown)
        .forEach(e -> row(e.getKey(), "", e.getValue()));
  }

  private void header(String title) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-42s %7s %6s %6s %6s %7s %9s %7s",
            title,
            "texts",
            "P",
            "R",
            "F1",
            "gold",
            "predicted",
            "correct"));
  }

  private void group(String name, GroupScore group) {
    row(name, Long.toString(group.texts()), group.score());
  }

  private void row(String name, String texts, Score score) {
    lines.add(line(name, texts, score));
  }

  private static String line(String name, String texts, Score score) {
    return String.format(
        Locale.ROOT,
        "  %-40s %7s %6.1f %6.1f %6.1f %7d %9d %7d",
        shortened(name),
        texts,
        100 * score.precision(),
        100 * score.recall(),
        100 * score.f1(),
        score.gold(),
        score.predicted(),
        score.correct());
  }

  /**
   * The curve of precision and recall, and what confidence promises and keeps.
   *
   * @param byConfidence by ascending threshold
   */
  public static List<String> lines(
      List<ThresholdScore> byConfidence, List<JudgedConfidence> judged) {
    TextReport report = new TextReport();
    report.lines.add("");
    report.header("by least confidence");
    byConfidence.forEach(
        each -> report.row(String.format(Locale.ROOT, "%.3f", each.threshold()), "", each.score()));
    report.lines.add("");
    report.lines.add(
        String.format(
            Locale.ROOT,
            "confidence that is kept: expected calibration error %.3f",
            Reliability.expectedError(judged)));
    for (Reliability row : Reliability.table(judged)) {
      report.lines.add(
          String.format(
              Locale.ROOT,
              "  of %6d triples with %.1f to %.1f, on the average %.3f, are right %6.1f %%",
              row.triples(),
              row.from(),
              row.to(),
              row.confidence(),
              100 * row.right()));
    }
    return List.copyOf(report.lines);
  }

  /** Two lines: what was seen in training, and what was not. */
  public static List<String> lines(SeenScores scores) {
    return List.of(
        line("triples seen in training", "", scores.seen()),
        line("triples not seen in training", "", scores.unseen()));
  }

  /**
   * A line on the difference of two systems.
   *
   * @param other names the system that this one is compared with
   */
  public static String line(PairedBootstrap comparison, String other) {
    return String.format(
        Locale.ROOT,
        "  F1 less that of %s: %+.1f, 95 %% of the draws of texts from %+.1f to %+.1f; not better in"
            + " %.1f %% of them",
        other,
        100 * comparison.difference(),
        100 * comparison.low(),
        100 * comparison.high(),
        100 * comparison.notBetter());
  }

  private static String shortened(String text) {
    String name = Visible.line(text);
    // The end tells more: '/people/person/place_of_birth'.
    return name.length() <= NAME_CHARACTERS
        ? name
        : "..." + name.substring(name.length() - NAME_CHARACTERS + 3);
  }
}
