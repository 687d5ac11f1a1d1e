package org.relunet.tokenizer.opennlp;

/** The full stop, question mark or exclamation mark that ends a sentence. */
final class FinalStop {
  private static final String STOPS = ".!?\u2026";

  private FinalStop() {}

  /**
   * Where the mark or run of marks begins that ends a sentence, 0 where none does or where a full
   * stop is part of the last word: "in the U.S."
   *
   * @param start where the sentence's last chunk begins
   * @param end where the sentence ends, white space excluded
   */
  static int begin(String text, int start, int end, Abbreviations abbreviations) {
    int last = SentenceTail.start(text, start, end);
    int first = last;
    while (first > start && isStop(text.charAt(first - 1))) {
      first--;
    }
    if (first == last || first == start) {
      return 0;
    }
    boolean full = last - first == 1 && text.charAt(first) == '.';
    return full
            && abbreviations.keepsItsStop(
                text.substring(Abbreviations.wordStart(text, start, first), last))
        ? 0
        : first;
  }

  static boolean isStop(char c) {
    return STOPS.indexOf(c) >= 0;
  }
}
