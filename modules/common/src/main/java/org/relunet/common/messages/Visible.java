package org.relunet.common.messages;

/**
 * Texts of strangers for a terminal. Control characters, line ends of Unicode and characters that
 * change the direction of writing are shown as escapes: a terminal would do what they say, and what
 * follows them would not be what it seems.
 */
public final class Visible {
  private static final String INDENT = "  ";

  private Visible() {}

  /** The text with escapes such as {@code \u001b}; line feeds and tabs stay. */
  public static String text(String text) {
    return escaped(text, false);
  }

  /** The same on one line: line feeds and tabs are escapes too. */
  public static String line(String text) {
    return escaped(text, true);
  }

  /** The text, its second and later lines indented, so that none looks like another message. */
  public static String message(String text) {
    StringBuilder message = new StringBuilder(text.length() + INDENT.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      message.append(unit);
      if (unit == '\n' && !isBlank(text, i + 1)) {
        message.append(INDENT);
      }
    }
    return escaped(message.toString(), false);
  }

  private static boolean isBlank(String text, int index) {
    return index == text.length() || text.charAt(index) == ' ' || text.charAt(index) == '\t';
  }

  private static String escaped(String text, boolean lineEnds) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (steers(unit) && (lineEnds || (unit != '\n' && unit != '\t'))) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escaped.append("\\u%04x".formatted((int) unit));
      } else if (escaped != null) {
        escaped.append(unit);
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static boolean steers(char unit) {
    return Character.isISOControl(unit)
        || unit == '\u061c'
        || unit == '\u200e'
        || unit == '\u200f'
        || (unit >= '\u2028' && unit <= '\u202e')
        || (unit >= '\u2066' && unit <= '\u2069');
  }
}
