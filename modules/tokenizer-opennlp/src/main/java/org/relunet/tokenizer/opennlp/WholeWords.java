package org.relunet.tokenizer.opennlp;

/**
 * What is one word whatever marks it holds: web addresses and e-mail addresses of any length, and
 * smileys. Takes time linear in the length of a chunk.
 */
final class WholeWords {
  private static final int LONGEST_SCHEME = 12;
  private static final int LONGEST_MAILBOX = 64;
  private static final int LONGEST_HOST = 255;

  private WholeWords() {}

  /** Takes what is found. */
  interface Found {
    void add(int start, int end);
  }

  /** Gives {@code found} the addresses in {@code [start, end)}, which holds no white space. */
  static void addresses(String text, int start, int end, Found found) {
    int from = start;
    int at = start;
    while (at < end) {
      int first = at;
      int last = at;
      if (begins(text, at, end, "://")) {
        first = schemeStart(text, from, at);
        last = first < at ? webEnd(text, at + 3, end) : at;
      } else if ((at == from || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && begins(text, at, end, "www.")) {
        last = webEnd(text, at + 4, end);
      } else if (text.charAt(at) == '@') {
        first = mailboxStart(text, from, at);
        last = first < at ? hostEnd(text, at + 1, end) : at;
      }
      if (last > at + 1) {
        found.add(first, last);
        from = last;
        at = last;
      } else {
        at++;
      }
    }
  }

  /** Whether {@code [start, end)}, which holds no white space, holds an address. */
  static boolean isAddress(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == '@'
          || begins(text, at, end, "://")
          || at == start && begins(text, at, end, "www.")) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code [start, end)} is a smiley and nothing else. */
  static boolean isSmiley(String text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > 4) {
      return false;
    }
    String chunk = text.substring(start, end);
    boolean nose = length > 2 && "-o*'^".indexOf(chunk.charAt(1)) >= 0;
    return chunk.equals("<3")
        || chunk.equals("^_^")
        || length == (nose ? 3 : 2)
            && ":;=".indexOf(chunk.charAt(0)) >= 0
            && "()[]DPpOo/\\|*3".indexOf(chunk.charAt(length - 1)) >= 0;
  }

  private static boolean begins(String text, int at, int end, String with) {
    return at + with.length() < end && text.startsWith(with, at);
  }

  private static int schemeStart(String text, int from, int colon) {
    int at = colon;
    while (at > Math.max(from, colon - LONGEST_SCHEME) && isAsciiLetter(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Not what ends the sentence or closes a bracket around the address. */
  private static int webEnd(String text, int start, int end) {
    int at = start;
    int round = 0;
    int square = 0;
    while (at < end && "<>\"\u201C\u201D\u00AB\u00BB{}|\\^`".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      round += c == '(' ? 1 : c == ')' ? -1 : 0;
      square += c == '[' ? 1 : c == ']' ? -1 : 0;
      at++;
    }
    while (at > start) {
      char last = text.charAt(at - 1);
      boolean extra = last == ')' && round < 0 || last == ']' && square < 0;
      if (!extra && ".,;:!?'*_~\u2019\u2026\u2014\u2013".indexOf(last) < 0) {
        break;
      }
      round += last == ')' ? 1 : 0;
      square += last == ']' ? 1 : 0;
      at--;
    }
    return at;
  }

  private static int mailboxStart(String text, int from, int at) {
    int start = at;
    while (start > Math.max(from, at - LONGEST_MAILBOX)
        && (isAsciiLetterOrDigit(text.charAt(start - 1))
            || "._%+-".indexOf(text.charAt(start - 1)) >= 0)) {
      start--;
    }
    while (start < at && !isAsciiLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Letters, digits, and dots and hyphens between them; at least one dot; else {@code start}. */
  private static int hostEnd(String text, int start, int end) {
    int at = start;
    int last = start;
    boolean dot = false;
    while (at < Math.min(end, start + LONGEST_HOST)) {
      char c = text.charAt(at);
      if (isAsciiLetterOrDigit(c)) {
        dot |= at > last && text.charAt(at - 1) == '.';
        last = at + 1;
      } else if (c != '.' && c != '-' || at > last) {
        break;
      }
      at++;
    }
    return dot ? last : start;
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return isAsciiLetter(c) || c >= '0' && c <= '9';
  }
}
