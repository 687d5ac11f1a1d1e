package org.relunet.corpus.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
final class SimilarName {
  private SimilarName() {}

  /**
   * The known name with the least edit distance (Levenshtein), letters' case and separators
   * ignored, if that is at most a quarter of the name's length.
   */
  static Optional<String> of(String name, List<String> known) {
    String wanted = plain(name);
    String best = "";
    int bestDistance = wanted.length() / 4 + 1;
    for (String candidate : known) {
      int distance = distance(wanted, plain(candidate));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_/-]+", "");
  }

  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j < previous.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[previous.length];
      current[0] = i;
      for (int j = 1; j < current.length; j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
