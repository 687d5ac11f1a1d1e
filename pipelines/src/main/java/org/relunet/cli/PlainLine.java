package org.relunet.cli;

import java.util.regex.Pattern;

/** What a model says of itself, for a terminal. */
final class PlainLine {
  /** With one of these a terminal does what a stranger wants. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private PlainLine() {}

  static String of(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }
}
