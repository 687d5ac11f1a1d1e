package org.relunet.contract.tokenizer;

import java.util.List;
import java.util.stream.IntStream;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/**
 * The characters that a reader sees: all but white space, separators, control and format
 * characters.
 */
final class VisibleCharacters {
  private VisibleCharacters() {}

  static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          false;
      default -> !Character.isWhitespace(codePoint);
    };
  }

  /** Offsets of the text's visible characters that no token holds. */
  static List<Integer> outside(String text, List<Sentence> sentences) {
    boolean[] inside = new boolean[text.length()];
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        for (int i = token.start(); i < token.end(); i++) {
          inside[i] = true;
        }
      }
    }
    return IntStream.range(0, text.length())
        .filter(i -> isVisible(text.codePointAt(i)) && !inside[i])
        .boxed()
        .toList();
  }
}
