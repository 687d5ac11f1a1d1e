package org.relunet.corpus.format;

import java.util.Locale;
import org.relunet.api.text.CodePointOffsets;

/** What a file's offsets count, and whether an entity's end is its last character or the next. */
public enum OffsetUnit {
  /** Unicode code points, the end being one past the last: this project's own. */
  CODE_POINTS,
  /** UTF-16 units, as Java and JavaScript count. */
  UTF16,
  /** Bytes of the text in UTF-8. */
  UTF8,
  /** Code points, the end being the last character's own. */
  INCLUSIVE,
  /** Code points, the first character being 1, the end being one past the last. */
  ONE_BASED,
  /** Code points, the first character being 1, the end being the last character's own. */
  ONE_BASED_INCLUSIVE;

  /** The name in configurations and messages: {@code code-points}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same, for the command line. */
  @Override
  public String toString() {
    return label();
  }

  /** What the first character of a text is counted as. */
  int first() {
    return switch (this) {
      case CODE_POINTS, UTF16, UTF8, INCLUSIVE -> 0;
      case ONE_BASED, ONE_BASED_INCLUSIVE -> 1;
    };
  }

  /** First UTF-16 unit of an entity; a place beyond the text stays beyond it. */
  int start(int start, String text, CodePointOffsets offsets) {
    return utf16(start - first(), text, offsets);
  }

  /** One past the last UTF-16 unit of an entity; a place beyond the text stays beyond it. */
  int end(int end, String text, CodePointOffsets offsets) {
    return utf16(end - first() + (isInclusive() ? 1 : 0), text, offsets);
  }

  private boolean isInclusive() {
    return switch (this) {
      case INCLUSIVE, ONE_BASED_INCLUSIVE -> true;
      case CODE_POINTS, UTF16, UTF8, ONE_BASED -> false;
    };
  }

  private int utf16(int place, String text, CodePointOffsets offsets) {
    return switch (this) {
      case UTF16 -> place;
      case UTF8 -> ofBytes(place, text);
      case CODE_POINTS, INCLUSIVE, ONE_BASED, ONE_BASED_INCLUSIVE ->
          ofCodePoints(place, text, offsets);
    };
  }

  private static int ofCodePoints(int codePoints, String text, CodePointOffsets offsets) {
    int beyond = codePoints - offsets.toCodePoints(text.length());
    return beyond > 0 ? text.length() + beyond : offsets.toUtf16(codePoints);
  }

  /** A place inside a character is its beginning: the validation shows what stands there. */
  private static int ofBytes(int bytes, String text) {
    int passed = 0;
    int unit = 0;
    while (unit < text.length()) {
      int character = text.codePointAt(unit);
      passed += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (passed > bytes) {
        return unit;
      }
      unit += Character.charCount(character);
    }
    return text.length() + bytes - passed;
  }
}
