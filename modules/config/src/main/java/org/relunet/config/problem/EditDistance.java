package org.relunet.config.problem;

import java.util.Arrays;

/**
 * Optimal string alignment distance: the insertions, deletions, substitutions and swaps of
 * neighbours that turn one text into another. O(n m) time.
 */
final class EditDistance {
  private EditDistance() {}

  static int between(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] current = new int[to.length() + 1];
    Arrays.setAll(current, j -> j);
    for (int i = 1; i <= from.length(); i++) {
      int[] reused = beforeLast;
      beforeLast = last;
      last = current;
      current = reused;
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substitution = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(last[j - 1] + substitution, 1 + Math.min(last[j], current[j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, beforeLast[j - 2] + 1);
        }
        current[j] = least;
      }
    }
    return current[to.length()];
  }
}
