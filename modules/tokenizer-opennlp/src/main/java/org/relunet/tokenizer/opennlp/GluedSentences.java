package org.relunet.tokenizer.opennlp;

import java.util.Locale;
import java.util.Set;

/** Sentences between which white space was forgotten: "born in Texas.Alan Bean flew". */
final class GluedSentences {
  /** What follows a full stop in names of hosts and programs, even with a capital. */
  private static final Set<String> NAME_ENDINGS =
      Set.of("com", "co", "net", "org", "edu", "gov", "info", "io", "js", "py", "ai", "tv", "app");

  private static final int LONGEST = 128;

  private GluedSentences() {}

  /**
   * Where the second sentence begins in a chunk: behind its only full stop, which stands between a
   * word that ends with small letters and one that begins with a capital. 0 if there is none.
   */
  static int boundary(Stretch chunk, Abbreviations abbreviations) {
    String text = chunk.text();
    if (chunk.end() - chunk.start() > LONGEST) {
      return 0;
    }
    int stop = stop(text, chunk.start(), chunk.end());
    if (stop < 0 || !isBetweenWords(text, stop, chunk.start(), chunk.end())) {
      return 0;
    }
    int other = stop(text, stop + 1, chunk.end());
    boolean onlyOne = other < 0 || other == SentenceTail.start(text, stop + 1, chunk.end()) - 1;
    int word = Abbreviations.wordStart(text, chunk.start(), stop);
    return onlyOne && !abbreviations.keepsItsStop(text.substring(word, stop + 1)) ? stop + 1 : 0;
  }

  private static int stop(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == '.') {
        return at;
      }
    }
    return -1;
  }

  /** Whether the full stop joins two words of which the second would begin a sentence. */
  static boolean isBetweenWords(String text, int stop, int start, int end) {
    if (stop - start < 2
        || stop + 1 >= end
        || !Character.isLowerCase(text.charAt(stop - 1))
        || !Character.isLetter(text.charAt(stop - 2))
        || !Character.isUpperCase(text.charAt(stop + 1))) {
      return false;
    }
    for (int at = start; at < end; at++) {
      if ("/@_\\:=&".indexOf(text.charAt(at)) >= 0) {
        return false;
      }
    }
    int last = stop + 2;
    while (last < end && Character.isLetter(text.charAt(last))) {
      if (Character.isUpperCase(text.charAt(last))) {
        return false;
      }
      last++;
    }
    if (last == stop + 2 && last < end && text.charAt(last) == '.') {
      return false; // "Ph.D."
    }
    return !NAME_ENDINGS.contains(text.substring(stop + 1, last).toLowerCase(Locale.ROOT));
  }
}
