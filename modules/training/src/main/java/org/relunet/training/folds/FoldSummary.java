package org.relunet.training.folds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.relunet.config.Configuration;
import org.relunet.evaluation.score.Score;
import org.relunet.evaluation.score.Spread;
import org.relunet.training.ChosenSettings;

/**
 * What the folds say together.
 *
 * @param results of those that are done, at least one
 */
record FoldSummary(List<FoldResult> results) {
  FoldSummary {
    results = List.copyOf(results);
  }

  /** The median of the best epochs; of two in the middle the earlier. */
  int medianBestEpoch() {
    return median(results.stream().map(FoldResult::bestEpoch).toList());
  }

  /** Of the stored models, each of its own best epoch. */
  Spread best(ToDoubleFunction<Score> measure) {
    return spread(result -> measure.applyAsDouble(result.score()));
  }

  /** All of the same epoch, {@link #medianBestEpoch}. */
  Spread atMedian(ToDoubleFunction<EpochScore> measure) {
    int epoch = medianBestEpoch();
    return spread(result -> measure.applyAsDouble(result.at(epoch)));
  }

  private Spread spread(Function<FoldResult, Double> value) {
    return Spread.of(results.stream().map(value).toList());
  }

  /** The held-out texts of all folds as if they were one file. */
  Score together() {
    return results.stream().map(FoldResult::score).reduce(Score.NONE, Score::plus);
  }

  /**
   * For each setting that a fold chose, the median over the folds; a fold that did not choose it
   * has it as configured.
   */
  ChosenSettings chosen(Configuration configuration) {
    TreeSet<String> keys = new TreeSet<>();
    results.forEach(result -> keys.addAll(result.chosenSettings().keySet()));
    SortedMap<String, String> values = new TreeMap<>();
    for (String key : keys) {
      String configured = configuration.toMap(List.of(key.substring(0, key.indexOf('.')))).get(key);
      values.put(
          key,
          typical(
              results.stream()
                  .map(result -> result.chosenSettings().getOrDefault(key, configured))
                  .toList()));
    }
    return new ChosenSettings(values);
  }

  /** For the provenance of a model of all texts. */
  Map<String, Double> scores() {
    String prefix = "%d folds %s ".formatted(results.size(), results.get(0).match());
    Spread f1 = atMedian(EpochScore::f1);
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(prefix + "precision, mean", atMedian(EpochScore::precision).mean());
    scores.put(prefix + "recall, mean", atMedian(EpochScore::recall).mean());
    scores.put(prefix + "F1, mean", f1.mean());
    scores.put(prefix + "F1, deviation", f1.deviation());
    return scores;
  }

  /** The median of numbers; of other values the one in the middle of their sorted texts. */
  private static String typical(List<String> values) {
    try {
      return Double.toString(median(values.stream().map(Double::valueOf).toList()));
    } catch (NumberFormatException e) {
      return median(values);
    }
  }

  private static <T extends Comparable<T>> T median(List<T> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }
}
