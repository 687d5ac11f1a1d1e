package org.relunet.pipeline.markup;

/**
 * Keeps away from commonmark-java what it takes quadratic time for: from each angle bracket that
 * opens it looks for the one that closes an address or a tag, to the end of the paragraph if there
 * is none.
 */
final class OpenBrackets {
  /** Half a second's work; a page has some hundred brackets, some ten characters long. */
  private static final long MOST_STEPS = 50_000_000;

  private OpenBrackets() {}

  static void check(String markdown) throws MarkupException {
    long steps = 0;
    int end = markdown.length();
    boolean blank = true;
    for (int at = markdown.length() - 1; at >= 0; at--) {
      char c = markdown.charAt(at);
      if (c == '\n' || c == '\r') {
        // a blank line ends a paragraph
        end = blank ? at : end;
        blank = true;
      } else if (c == '>') {
        end = at;
        blank = false;
      } else if (c == '<') {
        steps += end - at;
        blank = false;
      } else if (c != ' ' && c != '\t') {
        blank = false;
      }
    }
    if (steps > MOST_STEPS) {
      throw new MarkupException(
          "too many '<' without a '>': this is no Markdown that could be read in bounded time");
    }
  }
}
