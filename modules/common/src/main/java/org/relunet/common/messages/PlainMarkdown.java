package org.relunet.common.messages;

import java.util.regex.Pattern;

/** Texts of strangers in Markdown: on one line, and meaning nothing but themselves. */
public final class PlainMarkdown {
  private static final Pattern MEANS_SOMETHING = Pattern.compile("[\\\\`*_\\[\\]#|<>&~]");

  private PlainMarkdown() {}

  /** The text within a line or a table's cell, with backslashes before what Markdown reads. */
  public static String text(String text) {
    return MEANS_SOMETHING.matcher(oneLine(text)).replaceAll("\\\\$0");
  }

  /** The text as code. A grave accent would end it, and is shown as an apostrophe. */
  public static String code(String text) {
    return "`" + oneLine(text).replace('`', '\'') + "`";
  }

  /** The same in a table's cell, which a bar would end. */
  public static String codeCell(String text) {
    return code(text).replace("|", "\\|");
  }

  private static String oneLine(String text) {
    return Visible.line(text.replace('\t', ' '));
  }
}
