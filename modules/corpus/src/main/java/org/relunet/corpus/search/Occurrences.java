package org.relunet.corpus.search;

import java.util.Arrays;

/**
 * Where a sequence stands in another, occurrences that overlap included. O(length of both),
 * whatever they are (Knuth, Morris and Pratt 1977, Fast pattern matching in strings).
 */
public final class Occurrences {
  private Occurrences() {}

  /**
   * The first positions of all occurrences, ascending.
   *
   * @param wanted at least one symbol
   */
  public static int[] of(int[] wanted, int[] in) {
    int[] borders = borders(wanted);
    int[] found = new int[16];
    int count = 0;
    int matched = 0;
    for (int at = 0; at < in.length; at++) {
      while (matched > 0 && wanted[matched] != in[at]) {
        matched = borders[matched - 1];
      }
      if (wanted[matched] == in[at]) {
        matched++;
      }
      if (matched == wanted.length) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = at + 1 - matched;
        matched = borders[matched - 1];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** For each beginning of the sequence, the length of the longest shorter one that it ends in. */
  private static int[] borders(int[] wanted) {
    int[] borders = new int[wanted.length];
    int length = 0;
    for (int at = 1; at < wanted.length; at++) {
      while (length > 0 && wanted[length] != wanted[at]) {
        length = borders[length - 1];
      }
      if (wanted[length] == wanted[at]) {
        length++;
      }
      borders[at] = length;
    }
    return borders;
  }
}
