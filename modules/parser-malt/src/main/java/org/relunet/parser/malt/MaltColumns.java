package org.relunet.parser.malt;

import java.util.Locale;

/**
 * What MaltParser is told of a word, in training and in parsing alike: tab-separated columns as
 * {@code columns.xml} names them.
 *
 * <p>FORM is the word in lower case with every digit a 0, since a linear model over words is short
 * of examples; SUFFIX is its last three characters. White space inside a word becomes a middle dot:
 * MaltParser reads tabs and line ends as its own.
 */
public final class MaltColumns {
  /** Name of the column that holds the relation to the head. */
  static final String RELATION = "DEPREL";

  private static final int SUFFIX_LENGTH = 3;
  private static final char INSTEAD_OF_SPACE = '\u00B7';

  private MaltColumns() {}

  /** A word to parse. */
  public static String input(int number, String word, String tag) {
    String form = normalise(word);
    return number + "\t" + form + "\t" + safe(tag) + "\t" + suffix(form);
  }

  /**
   * A word to learn from.
   *
   * @param head number of the head from 1, 0 for the root
   */
  public static String example(int number, String word, String tag, int head, String relation) {
    return input(number, word, tag) + "\t" + head + "\t" + relation;
  }

  private static String normalise(String word) {
    StringBuilder form = new StringBuilder(word.toLowerCase(Locale.ROOT));
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (Character.isDigit(c)) {
        form.setCharAt(i, '0');
      } else if (isSeparator(c)) {
        form.setCharAt(i, INSTEAD_OF_SPACE);
      }
    }
    return form.toString();
  }

  private static String suffix(String form) {
    return form.substring(Math.max(0, form.length() - SUFFIX_LENGTH));
  }

  private static String safe(String tag) {
    return tag.isEmpty() || tag.chars().anyMatch(MaltColumns::isSeparator) ? "_" : tag;
  }

  private static boolean isSeparator(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
