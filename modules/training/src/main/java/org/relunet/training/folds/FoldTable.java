package org.relunet.training.folds;

import java.util.Locale;
import org.relunet.evaluation.score.Score;

/**
 * The scores of the folds in Markdown.
 *
 * @param summary of the folds that are done
 * @param folds how many there are
 */
record FoldTable(FoldSummary summary, int folds) {
  String toMarkdown() {
    int epoch = summary.medianBestEpoch();
    StringBuilder text = new StringBuilder();
    text.append(
        "| fold | learned | held out | best epoch | P | R | F1 | P, epoch %1$d | R, epoch %1$d | F1, epoch %1$d |\n"
            .formatted(epoch));
    text.append("|---|---|---|---|---|---|---|---|---|---|\n");
    for (FoldResult fold : summary.results()) {
      EpochScore at = fold.at(epoch);
      row(
          text,
          fold.fold(),
          fold.learned(),
          fold.heldOut(),
          fold.bestEpoch(),
          percent(fold.score().precision()),
          percent(fold.score().recall()),
          percent(fold.score().f1()),
          percent(at.precision()),
          percent(at.recall()),
          percent(at.f1()));
    }
    row(
        text,
        "mean",
        "",
        "",
        epoch + " (median)",
        summary.best(Score::precision).percent(),
        summary.best(Score::recall).percent(),
        summary.best(Score::f1).percent(),
        summary.atMedian(EpochScore::precision).percent(),
        summary.atMedian(EpochScore::recall).percent(),
        summary.atMedian(EpochScore::f1).percent());
    Score together = summary.together();
    row(
        text,
        "together",
        "",
        summary.results().stream().mapToInt(FoldResult::heldOut).sum(),
        "",
        percent(together.precision()),
        percent(together.recall()),
        percent(together.f1()),
        "",
        "",
        "");
    text.append(
        """

        %d of %d folds, %s match; ± is the standard deviation of the folds. Scores of a fold's own best epoch
        flatter it: the epoch%s was chosen on the texts that score it. Those of epoch %d, the
        same for all folds, hardly do.
        """
            .formatted(
                summary.results().size(),
                folds,
                summary.results().get(0).match(),
                summary.results().stream().allMatch(fold -> fold.chosenSettings().isEmpty())
                    ? ""
                    : ", with its thresholds,",
                epoch));
    return text.toString();
  }

  private static void row(StringBuilder text, Object... cells) {
    for (Object cell : cells) {
      text.append("| ").append(cell).append(' ');
    }
    text.append("|\n");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
