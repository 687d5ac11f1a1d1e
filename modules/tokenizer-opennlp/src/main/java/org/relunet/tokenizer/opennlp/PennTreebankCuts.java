package org.relunet.tokenizer.opennlp;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a model's cuts of a word to the conventions of the Penn Treebank, which relation data sets
 * follow: contractions are cut ("is n't", "Bean 's"); what a hyphen or slash joins is whole
 * ("Madrid-Barajas", "10R/28L"), and so are numbers ("1,000", "12:30"), initials and abbreviations
 * of single letters ("B.", "S.p.A.") and what is letters and digits only.
 */
final class PennTreebankCuts {
  private static final String APOSTROPHE = "['\u2019]";

  private static final Pattern CONTRACTION =
      pattern(
          "(?<=\\p{Alnum}\\p{M}{0,9})(?i:n"
              + APOSTROPHE
              + "t|"
              + APOSTROPHE
              + "(?:s|re|ve|ll|d|m)|(?<=s)"
              + APOSTROPHE
              + ")(?=$|[^\\p{Alnum}'\u2019])");

  private static final Pattern ABBREVIATION =
      pattern(
          "(?<![\\p{Alnum}.])(?:(?:\\p{L}\\.){2,}\\p{L}?|\\p{L}\\.\\p{L}|(?!I)\\p{Lu}\\.)"
              + "(?![\\p{Alnum}.])");

  private static final Pattern NOT_OF_CANNOT =
      pattern("(?<=(?<!\\p{Alnum})(?i:can))(?i:not)(?!\\p{Alnum})");

  private static final String JOINERS = "-/\u2010\u2011";
  private static final String JOINERS_OF_DIGITS = ".,:";

  private PennTreebankCuts() {}

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * Changes cuts.
   *
   * @param chunk the characters between white space
   * @param cuts offsets in the chunk at which the model begins a new word; changed in place
   */
  static void adjust(String chunk, BitSet cuts) {
    for (int at = 1; at < chunk.length(); at++) {
      if (joins(chunk, at - 1) && joins(chunk, at)) {
        cuts.clear(at);
      }
    }
    if (chunk.indexOf('.') >= 0) {
      makeWords(ABBREVIATION.matcher(chunk), cuts);
    }
    if (chunk.indexOf('\'') >= 0 || chunk.indexOf('\u2019') >= 0) {
      makeWords(CONTRACTION.matcher(chunk), cuts);
    }
    makeWords(NOT_OF_CANNOT.matcher(chunk), cuts);
    cuts.clear(0);
    cuts.clear(chunk.length());
  }

  /** A letter or digit, or a joiner between two of them. */
  private static boolean joins(String chunk, int at) {
    char c = chunk.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    if (at == 0 || at + 1 == chunk.length()) {
      return false;
    }
    char before = chunk.charAt(at - 1);
    char after = chunk.charAt(at + 1);
    return JOINERS.indexOf(c) >= 0
            && Character.isLetterOrDigit(before)
            && Character.isLetterOrDigit(after)
        || JOINERS_OF_DIGITS.indexOf(c) >= 0
            && Character.isDigit(before)
            && Character.isDigit(after);
  }

  private static void makeWords(Matcher found, BitSet cuts) {
    while (found.find()) {
      cuts.clear(found.start(), found.end());
      cuts.set(found.start());
      cuts.set(found.end());
    }
  }
}
