package org.relunet.corpus.alignment;

import java.util.Arrays;
import java.util.BitSet;
import org.relunet.corpus.search.Occurrences;

/** The visible characters of a text, and before which of them white space stands. */
final class SpacedCharacters {
  /** Above all UTF-16 units. */
  private static final int GAP = 1 << 16;

  private final int[] characters;
  private final int[] spaced;

  SpacedCharacters(String text) {
    int[] units = new int[text.length()];
    int[] marked = new int[text.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      if (isVisible(text.charAt(i))) {
        units[length] = text.charAt(i);
        marked[length++] = text.charAt(i) | (gap ? GAP : 0);
        gap = false;
      } else {
        gap = true;
      }
    }
    characters = Arrays.copyOf(units, length);
    spaced = Arrays.copyOf(marked, length);
  }

  static boolean isVisible(char character) {
    return !Character.isWhitespace(character) && !Character.isSpaceChar(character);
  }

  /** How many there are. */
  int length() {
    return characters.length;
  }

  /** Where the other's characters stand, however they are spaced; the other has one at least. */
  int[] places(SpacedCharacters other) {
    return Occurrences.of(other.characters, characters);
  }

  /** Those places where the other stands with white space at the same characters. */
  BitSet placesOfSameSpacing(SpacedCharacters other) {
    BitSet same = new BitSet(characters.length);
    if (other.length() == 1) {
      Arrays.stream(places(other)).forEach(same::set);
      return same;
    }
    // what stands before the first character says nothing
    int[] behindFirst = Arrays.copyOfRange(other.spaced, 1, other.length());
    for (int at : Occurrences.of(behindFirst, spaced)) {
      if (at > 0 && characters[at - 1] == other.characters[0]) {
        same.set(at - 1);
      }
    }
    return same;
  }
}
