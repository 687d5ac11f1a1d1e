package org.relunet.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of dependency relations: 0 for all that are not among the names. */
final class EdgeLabels {
  private static final int OTHER = 0;

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param names in the order of their numbers, from 1
   */
  EdgeLabels(List<String> names) {
    names.forEach(name -> numbers.put(name, numbers.size() + 1));
  }

  /** How many numbers there are. */
  int size() {
    return numbers.size() + 1;
  }

  /** The number of a relation, or else that of the part before its colon. */
  int number(String label) {
    int colon = label.indexOf(':');
    int general = colon < 0 ? OTHER : numbers.getOrDefault(label.substring(0, colon), OTHER);
    return numbers.getOrDefault(label, general);
  }
}
