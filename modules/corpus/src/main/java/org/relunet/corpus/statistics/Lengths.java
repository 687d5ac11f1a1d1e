package org.relunet.corpus.statistics;

import java.util.Arrays;

/**
 * Quantiles of the texts' lengths in words (characters between white space), by nearest rank: the
 * least length that at least the given share of the texts does not exceed. All 0 without texts.
 *
 * @param median 50 %
 * @param percentile90 90 %
 * @param percentile99 99 %
 * @param longest the greatest length
 */
public record Lengths(int median, int percentile90, int percentile99, int longest) {
  static Lengths of(int[] words) {
    int[] sorted = words.clone();
    Arrays.sort(sorted);
    return new Lengths(rank(sorted, 50), rank(sorted, 90), rank(sorted, 99), rank(sorted, 100));
  }

  private static int rank(int[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    long rank = ((long) sorted.length * percent + 99) / 100;
    return sorted[(int) Math.max(rank, 1) - 1];
  }
}
