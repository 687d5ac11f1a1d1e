package org.relunet.runtime.extraction;

import java.util.List;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/**
 * Whether words can name anything: a stretch of marks without a letter or digit of any script holds
 * no triple, so neither parser nor network reads it.
 */
final class Readable {
  private Readable() {}

  static boolean any(List<Sentence> passage) {
    return passage.stream().anyMatch(Readable::any);
  }

  static boolean any(Sentence sentence) {
    return sentence.tokens().stream().map(Token::text).anyMatch(Readable::isNamed);
  }

  private static boolean isNamed(String word) {
    return word.codePoints().anyMatch(Readable::isLetterOrNumber);
  }

  /**
   * Numbers are also those of a list or a fraction, and Roman ones with a character of their own.
   */
  private static boolean isLetterOrNumber(int character) {
    return Character.isLetterOrDigit(character)
        || switch (Character.getType(character)) {
          case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
          default -> false;
        };
  }
}
