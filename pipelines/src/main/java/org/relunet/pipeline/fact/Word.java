package org.relunet.pipeline.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param text letters and digits, with the apostrophes, hyphens and full stops between them,
 *     without the possessive's ending
 * @param start first UTF-16 unit
 * @param joined whether nothing but white space parts it from the word before it, or the full stop
 *     of an initial or a title
 */
record Word(String text, int start, boolean joined) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[.'’-][\\p{L}\\p{M}\\p{N}]++)*+");

  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

  /** What is written with a full stop before a name, or is an initial. */
  private static final int LONGEST_ABBREVIATION = 4;

  /** Capitalised where a sentence begins, and no part of a name. */
  private static final Set<String> NO_NAME =
      Set.of(
          "A",
          "After",
          "Afterwards",
          "Also",
          "Although",
          "And",
          "As",
          "At",
          "Because",
          "Before",
          "Both",
          "But",
          "By",
          "During",
          "For",
          "From",
          "Had",
          "How",
          "However",
          "If",
          "In",
          "Later",
          "Meanwhile",
          "Now",
          "Of",
          "On",
          "Once",
          "Only",
          "Or",
          "Since",
          "So",
          "Soon",
          "Then",
          "There",
          "Though",
          "Thus",
          "To",
          "Today",
          "Until",
          "What",
          "When",
          "Where",
          "While",
          "Who",
          "Why",
          "With",
          "Yet");

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      boolean joined =
          !words.isEmpty() && joins(words.get(words.size() - 1).text, text, end, matcher.start());
      String word = POSSESSIVE.matcher(matcher.group()).replaceFirst("");
      words.add(new Word(word, matcher.start(), joined));
      end = matcher.end();
    }
    return words;
  }

  private static boolean joins(String before, String text, int from, int to) {
    boolean abbreviated =
        text.charAt(from) == '.'
            && before.length() <= LONGEST_ABBREVIATION
            && Character.isUpperCase(before.codePointAt(0));
    for (int i = abbreviated ? from + 1 : from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether it may belong to the name that begins with the next word. */
  boolean mayBePartOfName() {
    return isCapitalised() && !NO_NAME.contains(text);
  }
}
