package org.relunet.tokenizer.opennlp;

/** Which characters separate words, and where a word must not be cut. */
final class Characters {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int FIRST_SKIN_TONE = 0x1F3FB;
  private static final int LAST_SKIN_TONE = 0x1F3FF;

  private Characters() {}

  /** White space of any kind, no-break ones too, and control characters. */
  static boolean separates(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Whether a reader sees something: neither space, nor control, nor format character. */
  static boolean isVisible(int codePoint) {
    return !Character.isWhitespace(codePoint)
        && !Character.isSpaceChar(codePoint)
        && !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.FORMAT;
  }

  /** Whether a visible character stands in {@code [start, end)}. */
  static boolean anyVisible(String text, int start, int end) {
    for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
      if (isVisible(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** Where {@code [start, end)} ends without the white space at its end. */
  static int trimmedEnd(String text, int start, int end) {
    int at = end;
    while (at > start && separates(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Digits of footnotes and powers: "¹". */
  static boolean isSuperscript(int codePoint) {
    return codePoint == '\u00B9'
        || codePoint == '\u00B2'
        || codePoint == '\u00B3'
        || codePoint >= 0x2070 && codePoint <= 0x2079;
  }

  /**
   * Whether a word may be cut before {@code at}: not within a surrogate pair, not before a
   * combining mark, a format character or a skin tone, not after a joiner.
   */
  static boolean mayCutBefore(String text, int at) {
    if (Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1))) {
      return false;
    }
    if (text.codePointBefore(at) == ZERO_WIDTH_JOINER) {
      return false;
    }
    int next = text.codePointAt(at);
    return switch (Character.getType(next)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          false;
      default -> next < FIRST_SKIN_TONE || next > LAST_SKIN_TONE;
    };
  }
}
