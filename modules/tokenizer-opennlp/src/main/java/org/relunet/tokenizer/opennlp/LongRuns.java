package org.relunet.tokenizer.opennlp;

/**
 * Runs of so many ASCII characters without a space that they are data and no text: encoded files,
 * keys, links without a scheme. Each is one word, without the marks around it. Takes time linear in
 * the length of a chunk.
 */
final class LongRuns {
  /** Words of technical texts have up to some 40 characters, lists without spaces some 100. */
  private static final int SHORTEST = 257;

  private static final String OPENING = "([{<\"'`*_";
  private static final String CLOSING = ")]}>\"'`*_.,;:!?";

  private LongRuns() {}

  /** Takes what is found. */
  interface Found {
    void add(int start, int end);
  }

  /** Gives {@code found} the runs in {@code [start, end)}, which holds no white space. */
  static void find(String text, int start, int end, Found found) {
    int at = start;
    while (end - at >= SHORTEST) {
      int first = at;
      while (at < end && isAscii(text.charAt(at))) {
        at++;
      }
      int last = at;
      while (first < last && OPENING.indexOf(text.charAt(first)) >= 0) {
        first++;
      }
      // what combines with a character stays with it, and both beside the run
      last -= last > first && last < end && !Characters.mayCutBefore(text, last) ? 1 : 0;
      first += first > start && first < last && !Characters.mayCutBefore(text, first) ? 1 : 0;
      while (last > first && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      if (last - first >= SHORTEST) {
        found.add(first, last);
      }
      at++;
    }
  }

  private static boolean isAscii(char c) {
    return c > ' ' && c < 0x7f;
  }
}
