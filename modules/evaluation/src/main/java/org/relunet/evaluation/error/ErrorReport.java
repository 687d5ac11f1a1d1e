package org.relunet.evaluation.error;

import java.util.ArrayList;
import java.util.List;
import org.relunet.corpus.TextTriple;

/**
 * The worst texts for people: each with its characters, and its gold and found triples by what
 * became of them. Characters that would steer a terminal are shown as blanks, and what is longer
 * than a reader wants is cut, which is said.
 */
public final class ErrorReport {
  private static final int TEXT_CHARACTERS = 600;
  private static final int ENTITY_CHARACTERS = 100;
  private static final int TRIPLES_SHOWN = 15;

  private ErrorReport() {}

  /**
   * The lines, without line ends.
   *
   * @param errors the worst first
   * @param shown so many of them at most
   */
  public static List<String> lines(List<TextErrors> errors, int shown) {
    List<String> lines = new ArrayList<>();
    int first = Math.min(shown, errors.size());
    lines.add(
        "texts with errors: %d; %s"
            .formatted(
                errors.size(),
                first == errors.size() ? "all, the worst first" : "the worst " + first));
    for (TextErrors text : errors.subList(0, first)) {
      lines.add(
          "%s: %d missed, %d wrong, %d right"
              .formatted(
                  plain(text.id(), ENTITY_CHARACTERS),
                  text.missed().size(),
                  text.wrong().size(),
                  text.right().size()));
      lines.add("  " + plain(text.text(), TEXT_CHARACTERS));
      add("missed", text.missed(), lines);
      add("wrong", text.wrong(), lines);
      add("right", text.right(), lines);
    }
    return List.copyOf(lines);
  }

  private static void add(String kind, List<TextTriple> triples, List<String> lines) {
    for (TextTriple triple : triples.subList(0, Math.min(TRIPLES_SHOWN, triples.size()))) {
      lines.add(
          "    %-6s  %s | %s | %s"
              .formatted(
                  kind,
                  plain(triple.subject(), ENTITY_CHARACTERS),
                  plain(triple.relation(), ENTITY_CHARACTERS),
                  plain(triple.object(), ENTITY_CHARACTERS)));
    }
    if (triples.size() > TRIPLES_SHOWN) {
      lines.add("    %-6s  and %d more".formatted(kind, triples.size() - TRIPLES_SHOWN));
    }
  }

  private static String plain(String text, int most) {
    StringBuilder plain = new StringBuilder();
    int characters = 0;
    boolean blank = true; // none at the beginning
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      boolean steers = steers(character);
      if (!steers || !blank) {
        if (++characters > most) {
          return plain.append(" ...").toString();
        }
        plain.appendCodePoint(steers ? ' ' : character);
      }
      blank = steers;
    }
    return plain.toString().stripTrailing();
  }

  /** White space, and what moves a cursor, changes the direction of writing, or is no character. */
  private static boolean steers(int character) {
    return Character.isWhitespace(character)
        || switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }
}
