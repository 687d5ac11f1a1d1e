package org.relunet.corpus.characters;

import java.util.Optional;
import org.relunet.common.messages.Excerpt;

/**
 * What is wrong with a string of a data set. All that a model package, a report and a message write
 * must be text that can be written, and a name must fit on one line of it.
 */
public final class Characters {
  /** Code points of the longest name of a relation or of a type. */
  public static final int LONGEST_NAME = 200;

  private Characters() {}

  /** Of any string: half a surrogate pair is no character. */
  public static Optional<String> ofText(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (Character.getType(character) == Character.SURROGATE) {
        return Optional.of(
            "has half a surrogate pair, U+%04X, as character %d, which no file can hold; mend or remove it"
                .formatted(character, number(text, i)));
      }
    }
    return Optional.empty();
  }

  /** Of what names a text: no control characters either. */
  public static Optional<String> ofId(String id) {
    return ofText(id).or(() -> control(id));
  }

  /** Of the name of a relation or of a type: not too long either. */
  public static Optional<String> ofName(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST_NAME
        ? ofId(name)
        : Optional.of(
            "has %d characters, and a name has %d at most: '%s'"
                .formatted(length, LONGEST_NAME, Excerpt.of(name)));
  }

  private static Optional<String> control(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return Optional.of(
            "has the control character U+%04X as character %d; remove it"
                .formatted((int) name.charAt(i), number(name, i)));
      }
    }
    return Optional.empty();
  }

  /** Of the character at a UTF-16 position, from 1. */
  private static int number(String text, int at) {
    return text.codePointCount(0, at) + 1;
  }
}
