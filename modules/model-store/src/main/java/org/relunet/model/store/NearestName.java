package org.relunet.model.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The question "Did you mean ...?" for a name that is not known. */
public final class NearestName {
  private NearestName() {}

  /** {@code " Did you mean 'x'?"}, or nothing where no candidate is near enough. */
  public static String question(String unknown, Collection<String> candidates) {
    int allowed = Math.max(1, unknown.length() / 3);
    return candidates.stream()
        .filter(candidate -> !candidate.equals(unknown))
        .min(
            Comparator.comparingInt((String candidate) -> distance(unknown, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .filter(candidate -> distance(unknown, candidate) <= allowed)
        .map(candidate -> " Did you mean '" + candidate + "'?")
        .orElse("");
  }

  /** Levenshtein distance, case ignored. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
