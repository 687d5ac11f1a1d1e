package org.relunet.evaluation.score;

import java.util.List;
import java.util.Locale;

/**
 * Several measurements of the same thing.
 *
 * @param mean of them
 * @param deviation their sample standard deviation; 0 for a single one
 * @param number how many
 */
public record Spread(double mean, double deviation, int number) {
  /**
   * @throws IllegalArgumentException if there is none
   */
  public static Spread of(List<Double> values) {
    double mean =
        values.stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("there is nothing to take a mean of"));
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    int number = values.size();
    return new Spread(mean, number == 1 ? 0 : Math.sqrt(squares / (number - 1)), number);
  }

  /** In percent: {@code 71.3 ± 2.0}; without a deviation where there is but one. */
  public String percent() {
    return number == 1
        ? String.format(Locale.ROOT, "%.1f", 100 * mean)
        : String.format(Locale.ROOT, "%.1f ± %.1f", 100 * mean, 100 * deviation);
  }
}
