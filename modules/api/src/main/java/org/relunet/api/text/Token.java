package org.relunet.api.text;

import static java.util.Objects.requireNonNull;

/**
 * A word of a sentence.
 *
 * @param text the word's characters; not empty
 * @param span where they stand in the document
 * @param tag the universal part of speech, {@link #NO_TAG} where none was assigned
 */
public record Token(String text, CharacterSpan span, String tag) {
  /** CoNLL-U's mark for an absent value. */
  public static final String NO_TAG = "_";

  public Token {
    requireNonNull(span, "span");
    requireNonNull(tag, "tag");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a token needs at least one character");
    }
  }

  /** The same token, its characters counted from one that stands {@code offset} units earlier. */
  public Token shift(int offset) {
    return new Token(text, span.shift(offset), tag);
  }

  public int start() {
    return span.start();
  }

  public int end() {
    return span.end();
  }
}
