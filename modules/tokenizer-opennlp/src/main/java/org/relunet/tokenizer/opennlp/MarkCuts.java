package org.relunet.tokenizer.opennlp;

import java.util.BitSet;

/**
 * Where classes of characters alone decide that a word ends: a bracket, a quotation mark, a dash or
 * a footnote's digit is no part of the word beside it, whatever a model of web text makes of it. A
 * few marks belong to names: {@code AT&T}, "C++", "C#", "M*A*S*H", "Ke$ha", "m²". What is not
 * decided here is the model's.
 */
final class MarkCuts {
  private static final String STOPS = ".!?,;:";
  private static final String MARKDOWN = "*_~`";

  private MarkCuts() {}

  /** Offsets in the chunk, which holds no white space, at which a word begins for certain. */
  static BitSet of(String chunk) {
    BitSet cuts = new BitSet(chunk.length());
    int at = Character.charCount(chunk.codePointAt(0));
    while (at < chunk.length()) {
      if (Characters.mayCutBefore(chunk, at) && cutsBetween(chunk, at)) {
        cuts.set(at);
      }
      at += Character.charCount(chunk.codePointAt(at));
    }
    return cuts;
  }

  /** Takes back what no word ends at: a model's cuts within "--", "$$$", "A+", "Ke$ha", "5½". */
  static void join(String chunk, BitSet cuts) {
    for (int at = cuts.nextSetBit(1); at > 0; at = cuts.nextSetBit(at + 1)) {
      if (joins(chunk, at, chunk.codePointBefore(at), chunk.codePointAt(at))) {
        cuts.clear(at);
      }
    }
  }

  private static boolean joins(String chunk, int at, int left, int right) {
    if (left == right && !isWord(right)) {
      return !isBracket(right);
    }
    if (left == '$' || right == '$') {
      int dollar = right == '$' ? at : at - 1;
      return isLetter(chunk, dollar - 1) && isLetter(chunk, dollar + 1);
    }
    return switch (right) {
      case '+' -> Character.isLetter(left);
      case '\u00B0' -> Character.isDigit(left);
      case '.' -> isLetter(chunk, at - 1) && isLetter(chunk, at + 1) && !isGlued(chunk, at);
      default ->
          Character.getType(right) == Character.OTHER_NUMBER
              && (Character.isDigit(left) || Characters.isSuperscript(left));
    };
  }

  private static boolean isGlued(String chunk, int stop) {
    return GluedSentences.isBetweenWords(chunk, stop, 0, chunk.length());
  }

  private static boolean cutsBetween(String chunk, int at) {
    int left = chunk.codePointBefore(at);
    int right = chunk.codePointAt(at);
    boolean wordLeft = isWord(left);
    boolean wordRight = isWord(right);
    if (wordLeft && wordRight) {
      return isFootnote(chunk, at, right) || isFootnote(chunk, at - 1, left);
    }
    if (left == right) {
      // "--", "**", "''": but each bracket stands alone
      return isBracket(left);
    }
    if (STOPS.indexOf(left) >= 0 && Characters.isSuperscript(right)) {
      return true;
    }
    if (!wordLeft && !wordRight) {
      return standsAlone(left)
          || standsAlone(right)
          || STOPS.indexOf(left) >= 0 && MARKDOWN.indexOf(right) >= 0
          || MARKDOWN.indexOf(left) >= 0 && STOPS.indexOf(right) >= 0;
    }
    return wordLeft
        ? separatesBehind(chunk, at, right)
        : separatesBefore(chunk, at - Character.charCount(left), left);
  }

  private static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.OTHER_NUMBER
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
  }

  /** "Bean¹", but neither "km²" nor "10²". */
  private static boolean isFootnote(String chunk, int at, int codePoint) {
    if (!Characters.isSuperscript(codePoint) || at == 0) {
      return false;
    }
    int start = at;
    while (start > 0 && Characters.isSuperscript(chunk.charAt(start - 1))) {
      start--;
    }
    int letters = start;
    while (letters > 0 && start - letters < 3 && Character.isLetter(chunk.charAt(letters - 1))) {
      letters--;
    }
    boolean footnote = start - letters > 2;
    // the run's own digits stay together
    return footnote
        && (at == start || !Characters.isSuperscript(chunk.codePointAt(next(chunk, at))));
  }

  private static int next(String chunk, int at) {
    return Math.min(at + 1, chunk.length() - 1);
  }

  private static boolean isBracket(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.START_PUNCTUATION || type == Character.END_PUNCTUATION;
  }

  /** Apart from other marks too. */
  private static boolean standsAlone(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION ->
          true;
      case Character.FINAL_QUOTE_PUNCTUATION -> codePoint != '\u2019';
      default -> "\"\u2026\u2014\u2015\u2122\u00AE\u00A9".indexOf(codePoint) >= 0;
    };
  }

  /** Whether a word ends before the mark at {@code at}. */
  private static boolean separatesBehind(String chunk, int at, int mark) {
    boolean inside = isWordAt(chunk, at + Character.charCount(mark));
    return !(mark == '$' && isOfCountry(chunk, at)) && separates(chunk, at, mark, inside);
  }

  /** Whether a word begins behind the mark at {@code at}. */
  private static boolean separatesBefore(String chunk, int at, int mark) {
    boolean inside = at > 0 && isWord(chunk.codePointBefore(at));
    if (mark == '\'' || mark == '\u2019') {
      return !inside && startsQuotation(chunk, at);
    }
    if (mark == '#' || mark == '@' || mark == '+') {
      return inside && mark != '+' && separates(chunk, at, mark, true);
    }
    return separates(chunk, at, mark, inside);
  }

  /**
   * @param inside whether letters or digits stand on both sides
   */
  private static boolean separates(String chunk, int at, int mark, boolean inside) {
    return switch (mark) {
      case '"', '<', '>', '=', '^', '|', '~', '`', '\\', '%', '\u2030', '\u2026' -> true;
      case '*' -> !(inside && isUpper(chunk, at - 1) && isUpper(chunk, at + 1));
      case '&', '/', '_' -> !inside;
      case '@' -> !inside;
      case '#', '\u266F', '\u266D' -> !isSingleLetter(chunk, at);
      case '$' -> isDollar(chunk, at, inside);
      case '+' -> false;
      case '?' -> true;
      case '!' -> inside && isLower(chunk, at - 1) && isUpper(chunk, at + 1);
      case '.' -> inside && isGlued(chunk, at);
      case ',', ':' -> !inside || isLetter(chunk, at - 1) && isLetter(chunk, at + 1);
      case ';' -> true;
      case '\'', '\u2019' -> !inside && !isDroppedLetter(chunk, at);
      case '-', '\u2010', '\u2011' -> !inside && isRun(chunk, at);
      case '\u2013', '\u2212' -> !(inside && !isLetter(chunk, at - 1));
      case '\u00B0', '\u2032', '\u2033' -> isLetter(chunk, at - 1);
      case '\u2116' -> false;
      case '\u00B7', '\u2027', '\u30FB', '\u05F3', '\u05F4', '\u00B4' -> !inside;
      default -> separatesByClass(chunk, at, mark, inside);
    };
  }

  private static boolean separatesByClass(String chunk, int at, int mark, boolean inside) {
    return switch (Character.getType(mark)) {
      case Character.MATH_SYMBOL -> !inside || isLetter(chunk, at - 1) && isLetter(chunk, at + 1);
      case Character.FORMAT, Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** "$5" and "5$" are two words, and so is "US$5"; "A$AP" is one. */
  private static boolean isDollar(String chunk, int at, boolean inside) {
    return !(inside && isLetter(chunk, at - 1) && isLetter(chunk, at + 1));
  }

  /** The dollar of "US$5". */
  private static boolean isOfCountry(String chunk, int at) {
    int letters = at;
    while (letters > 0 && at - letters <= 3 && isUpper(chunk, letters - 1)) {
      letters--;
    }
    return at - letters <= 3
        && (letters == 0 || !isWord(chunk.charAt(letters - 1)))
        && at + 1 < chunk.length()
        && Character.isDigit(chunk.charAt(at + 1));
  }

  /** "C#". */
  private static boolean isSingleLetter(String chunk, int at) {
    return isUpper(chunk, at - 1)
        && (at == 1 || !Character.isLetterOrDigit(chunk.charAt(at - 2)))
        && !isWordAt(chunk, at + 1);
  }

  /** "rockin'", "Guns N'". */
  private static boolean isDroppedLetter(String chunk, int at) {
    boolean single = at == 1 || at > 1 && !Character.isLetterOrDigit(chunk.charAt(at - 2));
    return single && isLetter(chunk, at - 1)
        || chunk.startsWith("in", Math.max(0, at - 2)) && at > 4;
  }

  /** "'Bean", but neither "'90s" nor "'em". */
  private static boolean startsQuotation(String chunk, int at) {
    if (isUpper(chunk, at + 1)) {
      return true;
    }
    int closing = Math.max(chunk.lastIndexOf('\''), chunk.lastIndexOf('\u2019'));
    return closing > at && !isWordAt(chunk, closing + 1);
  }

  /** "--". */
  private static boolean isRun(String chunk, int at) {
    char mark = chunk.charAt(at);
    return at > 0 && chunk.charAt(at - 1) == mark
        || at + 1 < chunk.length() && chunk.charAt(at + 1) == mark;
  }

  private static boolean isWordAt(String chunk, int at) {
    return at < chunk.length() && isWord(chunk.codePointAt(at));
  }

  private static boolean isLetter(String chunk, int at) {
    return at >= 0 && at < chunk.length() && Character.isLetter(chunk.charAt(at));
  }

  private static boolean isUpper(String chunk, int at) {
    return at >= 0 && at < chunk.length() && Character.isUpperCase(chunk.charAt(at));
  }

  private static boolean isLower(String chunk, int at) {
    return at >= 0 && at < chunk.length() && Character.isLowerCase(chunk.charAt(at));
  }
}
