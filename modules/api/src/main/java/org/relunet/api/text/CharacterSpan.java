package org.relunet.api.text;

/**
 * A stretch of a document's text.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last UTF-16 code unit; at least {@code start}
 */
public record CharacterSpan(int start, int end) {
  public CharacterSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span of characters: [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }

  /** The same characters, counted from one that stands {@code offset} units earlier. */
  public CharacterSpan shift(int offset) {
    return new CharacterSpan(start + offset, end + offset);
  }
}
