package org.relunet.pipeline.markup;

/**
 * Finds decoded characters in the original that they were decoded from: entities ({@code &amp;})
 * and, in Markdown, escapes ("\*") stand for others.
 */
final class Alignment {
  private static final int LONGEST_ENTITY = 40;

  private final VisibleTextBuilder to;
  private final boolean collapse;

  /**
   * @param collapse whether white space is shown as one space, as in HTML
   */
  Alignment(VisibleTextBuilder to, boolean collapse) {
    this.to = to;
    this.collapse = collapse;
  }

  /**
   * Adds decoded characters.
   *
   * @param decoded what {@code [start, end)} of the original stands for
   */
  void add(String decoded, int start, int end) {
    String source = to.source();
    int at = start;
    int reached = 0;
    while (reached < decoded.length() && at < end) {
      char c = source.charAt(at);
      int entity = c == '&' ? entityEnd(source, at, end, decoded, reached) : 0;
      if (entity > 0) {
        String meant = to.meaning(source.substring(at, entity));
        characters(meant, at, entity);
        reached += meant.length();
        at = entity;
      } else if (c == decoded.charAt(reached) || c == 0) {
        character(decoded.charAt(reached++), at++);
      } else if (c == '\\') {
        at++;
      } else {
        break;
      }
    }
    if (reached < decoded.length()) {
      characters(decoded.substring(reached), Math.min(at, end), end);
    }
  }

  /** Where the entity at {@code at} ends whose meaning comes next; 0 if there is none. */
  private int entityEnd(String source, int at, int end, String decoded, int reached) {
    int last = at + 1;
    int most = Math.min(end, at + LONGEST_ENTITY);
    while (last < most
        && (Character.isLetterOrDigit(source.charAt(last)) || source.charAt(last) == '#')) {
      last++;
    }
    if (last == at + 1) {
      return 0;
    }
    if (last < most && source.charAt(last) == ';') {
      last++;
    }
    String written = source.substring(at, last);
    String meant = to.meaning(written);
    return !meant.equals(written) && decoded.startsWith(meant, reached) ? last : 0;
  }

  private void characters(String some, int start, int end) {
    if (collapse && some.isBlank() && isCollapsible(some.charAt(0))) {
      to.addSpace(start);
    } else {
      to.add(some, start, end);
    }
  }

  private void character(char c, int at) {
    if (collapse && isCollapsible(c)) {
      to.addSpace(at);
    } else {
      to.add(c, at);
    }
  }

  private static boolean isCollapsible(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
