package org.relunet.common.messages;

import java.util.regex.Pattern;

/** The reason that a JSON parser gives, without what it says of its own sources. */
public final class ParserMessage {
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: .*?(?:; (line: \\d+, column: \\d+))?\\]");

  private ParserMessage() {}

  /**
   * The first line of the message; a place that the parser names keeps its line and column.
   *
   * @param message of the parser's exception, its own location left out
   */
  public static String plain(String message) {
    if (message == null) {
      return "unreadable";
    }
    String first = message.lines().findFirst().orElse("unreadable");
    return SOURCE
        .matcher(first)
        .replaceAll(place -> place.group(1) == null ? "here" : place.group(1));
  }
}
