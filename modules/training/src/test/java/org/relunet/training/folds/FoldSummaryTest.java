package org.relunet.training.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.evaluation.score.Score;
import org.relunet.training.TinyTraining;

class FoldSummaryTest {
  private static final String THRESHOLD = "extractor.casrel.threshold";

  /** A fold whose epochs scored so much, the best of them kept. */
  private static FoldResult fold(int number, Map<String, String> chosen, double... f1) {
    List<EpochScore> epochs =
        IntStream.range(0, f1.length)
            .mapToObj(i -> new EpochScore(i + 1, f1[i], f1[i], f1[i]))
            .toList();
    int best = 1;
    for (EpochScore epoch : epochs) {
      best = epoch.f1() > epochs.get(best - 1).f1() ? epoch.epoch() : best;
    }
    long right = Math.round(100 * epochs.get(best - 1).f1());
    return new FoldResult(
        number, 4, 30, 10, 0, "exact", new Score(100, 100, right), best, epochs, chosen, "m");
  }

  private static final FoldSummary SUMMARY =
      new FoldSummary(
          List.of(
              fold(1, Map.of(THRESHOLD, "0.4"), 0.1, 0.5, 0.3),
              fold(2, Map.of(), 0.2, 0.4, 0.6),
              fold(3, Map.of(THRESHOLD, "0.3"), 0.7, 0.3),
              fold(4, Map.of(THRESHOLD, "0.35"), 0.2, 0.3, 0.8)));

  @Test
  void theMedianOfTheBestEpochsIsTheEarlierOfTheTwoInTheMiddle() {
    assertThat(SUMMARY.medianBestEpoch()).isEqualTo(2); // of 1, 2, 3, 3
  }

  @Test
  void bestEpochsFlatterWhereOneEpochForAllDoesNot() {
    assertThat(SUMMARY.best(Score::f1).mean()).isCloseTo(0.65, within(1e-9));
    assertThat(SUMMARY.atMedian(EpochScore::f1).mean()).isCloseTo(0.375, within(1e-9));
    // by hand: deviations .15, .05, -.05, -.15 of the mean .65
    assertThat(SUMMARY.best(Score::f1).deviation()).isCloseTo(Math.sqrt(0.05 / 3), within(1e-9));
    assertThat(SUMMARY.together()).isEqualTo(new Score(400, 400, 260));
    assertThat(SUMMARY.scores())
        .containsEntry("4 folds exact F1, mean", SUMMARY.atMedian(EpochScore::f1).mean());
  }

  @Test
  void aTrainingThatEndedBeforeTheEpochCountsWithItsLast() {
    assertThat(fold(1, Map.of(), 0.7, 0.3).at(9).f1()).isEqualTo(0.3);
  }

  @Test
  void whatTheFoldsChoseIsChosenByItsMedianWithTheConfiguredValueOfThoseThatDidNot() {
    TinyTraining training = new TinyTraining(Path.of("nowhere"));

    assertThat(SUMMARY.chosen(training.configuration(List.of(THRESHOLD + "=0.5"))).assignments())
        .containsExactly(THRESHOLD + "=0.35"); // of 0.3, 0.35, 0.4, 0.5
  }

  @Test
  void theTableHasARowForEachFoldAndSaysWhatFlatters() {
    String table = new FoldTable(SUMMARY, 5).toMarkdown();

    assertThat(table.lines().toList())
        .contains(
            "| 1 | 30 | 10 | 2 | 50.0 | 50.0 | 50.0 | 50.0 | 50.0 | 50.0 |",
            "| 4 | 30 | 10 | 3 | 80.0 | 80.0 | 80.0 | 30.0 | 30.0 | 30.0 |",
            "| mean |  |  | 2 (median) | 65.0 ± 12.9 | 65.0 ± 12.9 | 65.0 ± 12.9 | 37.5 ± 9.6 |"
                + " 37.5 ± 9.6 | 37.5 ± 9.6 |",
            "| together |  | 40 |  | 65.0 | 65.0 | 65.0 |  |  |  |");
    assertThat(table).contains("4 of 5 folds, exact match").contains("with its thresholds");
  }
}
