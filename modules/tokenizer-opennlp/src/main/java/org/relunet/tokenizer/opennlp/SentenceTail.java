package org.relunet.tokenizer.opennlp;

/**
 * What may stand behind the mark that ends a sentence, without white space between: quotation
 * marks, brackets, footnotes such as "[12]" and "¹", and Markdown's stars.
 */
final class SentenceTail {
  private static final String CLOSERS = "\"')]}*_~`\u2019\u201D\u201C\u00BB\u203A\u2020\u2021";
  private static final int LONGEST = 48;

  private SentenceTail() {}

  /** Where the tail of {@code [start, end)} begins; {@code end} where there is none. */
  static int start(String text, int start, int end) {
    int least = Math.max(start, end - LONGEST);
    int at = end;
    while (at > least) {
      int before = previous(text, least, at);
      if (before == at) {
        break;
      }
      at = before;
    }
    return at;
  }

  /**
   * How much of a chunk's tail consists of quotation marks and round brackets, which models know
   * from their training.
   */
  static int ordinaryEnd(Stretch chunk, int tail) {
    int at = tail;
    while (at < chunk.end() && "\"')\u2019\u201D".indexOf(chunk.text().charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int previous(String text, int least, int at) {
    char last = text.charAt(at - 1);
    if (last == ']') {
      int open = at - 2;
      while (open >= least && Character.isLetterOrDigit(text.charAt(open))) {
        open--;
      }
      return open >= least && text.charAt(open) == '[' ? open : at - 1;
    }
    return CLOSERS.indexOf(last) >= 0 || Characters.isSuperscript(last) ? at - 1 : at;
  }
}
