package org.relunet.corpus.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts that say nearly the same: at least half of all runs of three words of either are in both
 * (Jaccard index; Broder 1997, On the resemblance and containment of documents). That bears a word
 * or two that differ in a sentence of twenty. Case, punctuation, white space and the digits of
 * numbers make no difference.
 */
final class SimilarTexts {
  private static final int RUN = 3;
  private static final double ALIKE = 0.5;

  /** Runs of words that more texts than this have say little, and comparing all would take long. */
  private static final int COMMON = 500;

  /** Takes the places of two texts in their list. */
  interface Pair {
    void similar(int one, int other);
  }

  private SimilarTexts() {}

  /** Passes on every pair of similar texts. */
  static void pairs(List<String> texts, Pair pair) {
    List<Set<String>> runs = texts.stream().map(SimilarTexts::runs).toList();
    Map<String, List<Integer>> owners = new HashMap<>();
    for (int text = 0; text < runs.size(); text++) {
      for (String run : runs.get(text)) {
        owners.computeIfAbsent(run, first -> new ArrayList<>()).add(text);
      }
    }
    for (int text = 0; text < runs.size(); text++) {
      Map<Integer, Integer> shared = new HashMap<>();
      for (String run : runs.get(text)) {
        List<Integer> theirs = owners.get(run);
        if (theirs.size() <= COMMON) {
          int current = text;
          theirs.stream()
              .filter(other -> other < current)
              .forEach(o -> shared.merge(o, 1, Integer::sum));
        }
      }
      for (Map.Entry<Integer, Integer> other : shared.entrySet()) {
        int all = runs.get(text).size() + runs.get(other.getKey()).size() - other.getValue();
        if (other.getValue() >= ALIKE * all) {
          pair.similar(other.getKey(), text);
        }
      }
    }
  }

  /** A text of fewer words is one run; one without any has none, and is like no other. */
  private static Set<String> runs(String text) {
    String[] words =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .replaceAll("\\p{N}", "0")
            .strip()
            .split(" ");
    List<String> listed = List.of(words);
    Set<String> runs = new HashSet<>();
    if (words[0].isEmpty()) {
      return runs;
    }
    for (int i = 0; i == 0 || i + RUN <= words.length; i++) {
      runs.add(String.join(" ", listed.subList(i, Math.min(words.length, i + RUN))));
    }
    return runs;
  }
}
