package org.relunet.api.text;

import java.util.Arrays;

/**
 * Converts between the two ways to count a text's characters: UTF-16 code units, used inside the
 * program, and Unicode code points, used in files and topics (what Python counts; an emoji is one).
 *
 * <p>Both directions take O(log n) after O(n) preparation, and no memory for a text without
 * surrogate pairs.
 */
public final class CodePointOffsets {
  /** UTF-16 positions of the low surrogates of proper pairs, ascending. */
  private final int[] lowSurrogates;

  private final int length;

  public CodePointOffsets(String text) {
    length = text.length();
    int[] found = new int[0];
    int count = 0;
    for (int i = 1; i < length; i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(8, 2 * count));
        }
        found[count++] = i;
      }
    }
    lowSurrogates = Arrays.copyOf(found, count);
  }

  /**
   * Code points before the given UTF-16 position. A position inside a pair counts the pair's first
   * half as one.
   */
  public int toCodePoints(int utf16) {
    if (utf16 < 0 || utf16 > length) {
      throw new IndexOutOfBoundsException(
          "position " + utf16 + " of a text of " + length + " UTF-16 units");
    }
    int at = Arrays.binarySearch(lowSurrogates, utf16);
    int pairsBefore = at >= 0 ? at : -at - 1;
    return utf16 - pairsBefore;
  }

  /** UTF-16 position of the given code point; the text's length in code points is allowed. */
  public int toUtf16(int codePoints) {
    if (codePoints < 0 || codePoints > length - lowSurrogates.length) {
      throw new IndexOutOfBoundsException(
          "position "
              + codePoints
              + " of a text of "
              + (length - lowSurrogates.length)
              + " code points");
    }
    int low = 0;
    int high = lowSurrogates.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lowSurrogates[middle] - middle <= codePoints) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePoints + low;
  }

  /** The span counted in code points. */
  public CharacterSpan toCodePoints(CharacterSpan utf16) {
    return new CharacterSpan(toCodePoints(utf16.start()), toCodePoints(utf16.end()));
  }

  /** The span counted in UTF-16 units. */
  public CharacterSpan toUtf16(CharacterSpan codePoints) {
    return new CharacterSpan(toUtf16(codePoints.start()), toUtf16(codePoints.end()));
  }
}
