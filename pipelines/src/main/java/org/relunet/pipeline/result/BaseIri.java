package org.relunet.pipeline.result;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Checks the start of IRIs: RFC 3987, of which N-Triples take the absolute ones. Letters of any
 * script are allowed.
 */
final class BaseIri {
  private static final String EXAMPLE =
      "; a valid start is http://example.org/ or " + ResultSettings.DEFAULT_BASE_IRI;

  private BaseIri() {}

  /**
   * @throws IllegalArgumentException unless an absolute IRI can start with it; it names what is
   *     wrong
   */
  static void require(String base) {
    int at = 0;
    while (at < base.length()) {
      int character = base.codePointAt(at);
      if (!isAllowed(character)) {
        throw new IllegalArgumentException(
            "'%s' cannot start an absolute IRI: U+%04X, character %d, is not allowed in one%s"
                .formatted(base, character, base.codePointCount(0, at) + 1, EXAMPLE));
      }
      at += Character.charCount(character);
    }
    try {
      if (new URI(base + "entity").isAbsolute()) {
        return;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' cannot start an absolute IRI: %s%s".formatted(base, e.getReason(), EXAMPLE), e);
    }
    throw new IllegalArgumentException(
        "'%s' cannot start an absolute IRI: it has no scheme, such as http:%s"
            .formatted(base, EXAMPLE));
  }

  /** Whether the character may stand in an IRI's path, or delimits its parts. */
  private static boolean isAllowed(int character) {
    if (character < 0x80) {
      return character > 0x20 && character < 0x7F && "<>\"{}|\\^`".indexOf(character) < 0;
    }
    // no surrogate alone, no private use, no character for ever unassigned
    boolean written =
        character >= 0xA0 && character <= 0xD7FF
            || character >= 0xF900 && character <= 0xFDCF
            || character >= 0xFDF0 && character <= 0xFFEF
            || character >= 0x10000 && character <= 0xEFFFD && (character & 0xFFFE) != 0xFFFE;
    return written && !isSpaceOrDirection(character);
  }

  /** Section 4.1 forbids marks of direction; a space would not be seen for what it is. */
  private static boolean isSpaceOrDirection(int character) {
    return Character.isSpaceChar(character)
        || character == 0x200E
        || character == 0x200F
        || character >= 0x202A && character <= 0x202E;
  }
}
