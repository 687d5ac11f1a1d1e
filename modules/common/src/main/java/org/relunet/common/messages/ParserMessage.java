package org.relunet.common.messages;

import java.util.regex.Pattern;

/** The reason that a JSON parser gives, without what it says of its own sources and insides. */
public final class ParserMessage {
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: .*?(?:; (line: \\d+, column: \\d+))?\\]");

  /** Names of the parser's classes and switches. */
  private static final Pattern INSIDE =
      Pattern.compile(" \\(bound as `[^`]*`\\)|: not allowed as per `[^`]*`|, from `[^`]*`");

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
        .matcher(INSIDE.matcher(first).replaceAll(""))
        .replaceAll(place -> place.group(1) == null ? "here" : place.group(1));
  }
}
