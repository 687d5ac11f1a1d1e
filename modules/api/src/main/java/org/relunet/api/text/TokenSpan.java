package org.relunet.api.text;

/**
 * A stretch of a sentence's words, both ends included, as CasRel's start and end tags name it.
 *
 * @param first index of the first word, from 0
 * @param last index of the last word; at least {@code first}
 */
public record TokenSpan(int first, int last) implements Comparable<TokenSpan> {
  public TokenSpan {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("not a span of words: " + first + " to " + last);
    }
  }

  public int length() {
    return last - first + 1;
  }

  /** The same words, counted from a word that stands {@code offset} words earlier. */
  public TokenSpan shift(int offset) {
    return new TokenSpan(first + offset, last + offset);
  }

  @Override
  public int compareTo(TokenSpan other) {
    int byFirst = Integer.compare(first, other.first);
    return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
  }
}
