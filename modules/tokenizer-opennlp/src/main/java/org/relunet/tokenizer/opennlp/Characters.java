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
