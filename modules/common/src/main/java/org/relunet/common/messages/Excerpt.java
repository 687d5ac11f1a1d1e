package org.relunet.common.messages;

/** The beginning of a text that a message quotes: nobody reads a message of a megabyte. */
public final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  /**
   * The text, or so much of its beginning that it has at most 80 UTF-16 units, then an ellipsis.
   */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /**
   * @param longest UTF-16 units of the result; at least 4
   */
  public static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 3;
    // half a surrogate pair would be shown as a question mark
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
