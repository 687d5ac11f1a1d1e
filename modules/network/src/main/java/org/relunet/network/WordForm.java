package org.relunet.network;

/**
 * How a word is written, of which an encoder without case sees nothing. The order is that of a
 * network's input: it stays.
 */
public enum WordForm {
  /** Letters, none of them a capital. */
  LOWER,
  /** A capital first, and no other. */
  CAPITALISED,
  /** Two letters or more, all of them capitals. */
  CAPITALS,
  /** Capitals elsewhere. */
  MIXED,
  /** A digit, but no letter. */
  NUMBER,
  /** Neither letters nor digits. */
  OTHER;

  /** The form of a word; letters of scripts without case are lower case. */
  public static WordForm of(String word) {
    int letters = 0;
    int capitals = 0;
    boolean digits = false;
    boolean capitalFirst = false;
    for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
      int character = word.codePointAt(at);
      if (Character.isLetter(character)) {
        boolean capital = Character.isUpperCase(character) || Character.isTitleCase(character);
        capitalFirst |= capital && letters == 0;
        capitals += capital ? 1 : 0;
        letters++;
      }
      digits |= Character.isDigit(character);
    }
    if (letters == 0) {
      return digits ? NUMBER : OTHER;
    }
    if (capitals == 0) {
      return LOWER;
    }
    if (capitals == letters && letters > 1) {
      return CAPITALS;
    }
    return capitalFirst && capitals == 1 ? CAPITALISED : MIXED;
  }
}
