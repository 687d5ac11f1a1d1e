package org.relunet.corpus.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.relunet.api.text.CharacterSpan;
import org.relunet.corpus.search.Occurrences;

/**
 * Where a name stands in a text. White space within it may be any. Places between white space count
 * alone, if there are any; else those between other characters than letters and digits; else all,
 * which alignment with the words will then reject as parts of words.
 */
final class NamedPlaces {
  private NamedPlaces() {}

  /**
   * In the order of the text.
   *
   * @param name not empty, without white space around it and with one blank for each within it
   */
  static List<CharacterSpan> in(String text, String name) {
    // the text with one blank for each stretch of white space, and where each character stood
    int[] characters = new int[text.length()];
    int[] positions = new int[text.length() + 1];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      int character = isSpace(text.charAt(i)) ? ' ' : text.charAt(i);
      if (character != ' ' || length == 0 || characters[length - 1] != ' ') {
        positions[length] = i;
        characters[length++] = character;
      }
    }
    int[] wanted = name.chars().toArray();
    List<CharacterSpan> all = new ArrayList<>();
    for (int at : Occurrences.of(wanted, Arrays.copyOf(characters, length))) {
      all.add(new CharacterSpan(positions[at], positions[at + wanted.length - 1] + 1));
    }
    List<CharacterSpan> apart = between(text, all, c -> !Character.isWhitespace(c));
    if (!apart.isEmpty()) {
      return apart;
    }
    List<CharacterSpan> words = between(text, all, Character::isLetterOrDigit);
    return words.isEmpty() ? all : words;
  }

  /** What {@code \\s} is to a regular expression. */
  private static boolean isSpace(char character) {
    return character == ' ' || character >= '\t' && character <= '\r';
  }

  private static List<CharacterSpan> between(
      String text, List<CharacterSpan> places, IntPredicate glued) {
    return places.stream()
        .filter(
            place ->
                (place.start() == 0 || !glued.test(text.codePointBefore(place.start())))
                    && (place.end() == text.length() || !glued.test(text.codePointAt(place.end()))))
        .toList();
  }
}
