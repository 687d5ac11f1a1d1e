package org.relunet.evaluation.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of many names stand in a text, between borders of words. Names are kept by their
 * first word, so that a text costs as much as the names that begin with one of its words.
 */
final class EntityIndex {
  private final Map<String, List<String>> byFirstWord = new HashMap<>();

  EntityIndex(Set<String> names) {
    for (String name : names) {
      byFirstWord.computeIfAbsent(firstWord(name, 0), unseen -> new ArrayList<>()).add(name);
    }
  }

  /** The names in the text, in the order of their first mentions. */
  List<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    for (int start = 0; start < text.length(); start++) {
      if (start == 0 || !inWord(text.charAt(start - 1)) || !inWord(text.charAt(start))) {
        for (String name : byFirstWord.getOrDefault(firstWord(text, start), List.of())) {
          int end = start + name.length();
          if (text.startsWith(name, start)
              && (end == text.length()
                  || !inWord(text.charAt(end))
                  || !inWord(text.charAt(end - 1)))) {
            found.add(name);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Letters and digits from a place on, or the one character there that is neither. */
  private static String firstWord(String text, int start) {
    int end = start;
    while (end < text.length() && inWord(text.charAt(end))) {
      end++;
    }
    return text.substring(start, Math.min(text.length(), Math.max(end, start + 1)));
  }

  private static boolean inWord(char character) {
    return Character.isLetterOrDigit(character);
  }
}
