package org.relunet.tokenizer.opennlp;

/** Paragraphs: what blank lines separate, whichever of LF, CR LF and CR ends the lines. */
final class Paragraphs {
  private Paragraphs() {}

  /** Gives {@code found} the paragraphs, in order, without the blank lines between them. */
  static void forEach(String text, SentenceSplitter.Stretches found) {
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (!endsLine(text.charAt(at))) {
        at++;
        continue;
      }
      int next = skipBlank(text, at);
      if (lineEnds(text, at, next) > 1) {
        found.add(start, at);
        start = next;
      }
      at = Math.max(next, at + 1);
    }
    if (start < text.length()) {
      found.add(start, text.length());
    }
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r' || c == '\u2029' || c == '\f';
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length() && Characters.separates(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int lineEnds(String text, int from, int to) {
    int ends = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\u2029' || c == '\f') {
        ends += 2; // a paragraph separator or a new page is enough alone
      } else if (c == '\r' || c == '\n' && (i == from || text.charAt(i - 1) != '\r')) {
        ends++;
      }
    }
    return ends;
  }
}
