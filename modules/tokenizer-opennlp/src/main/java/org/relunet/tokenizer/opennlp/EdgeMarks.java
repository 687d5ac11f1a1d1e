package org.relunet.tokenizer.opennlp;

import org.relunet.api.text.CharacterSpan;

/**
 * Marks that tell a reader nothing but direction or where a line may break, a byte order mark among
 * them. At the edge of a word they are no part of it: a name that begins a right-to-left quotation
 * is the same name. Joiners and the tags of flags are others: they make the character they follow.
 */
final class EdgeMarks {
  private EdgeMarks() {}

  /** What of a word, which holds something visible, remains without the marks at its edges. */
  static CharacterSpan without(String text, int start, int end) {
    int first = start;
    while (isMark(text.charAt(first))) {
      first++;
    }
    int last = end;
    while (isMark(text.charAt(last - 1))) {
      last--;
    }
    return new CharacterSpan(first, last);
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case '\u061C', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF' -> true;
      // embeddings and overrides, isolates
      default -> c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    };
  }
}
