package org.relunet.pipeline.markup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/** Puts a visible text together, stretch by stretch, in the order of the original. */
final class VisibleTextBuilder {
  private static final String PARAGRAPH = "\n\n";
  private static final int MOST_MEANINGS = 1000;

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private int[] textStarts = new int[64];
  private int[] sourceStarts = new int[64];
  private int[] sourceEnds = new int[64];
  private int stretches;
  private final Map<String, String> meanings = new HashMap<>();

  VisibleTextBuilder(String source) {
    this.source = source;
  }

  /** A character that stands in the original as it is, or as another of the same length. */
  void add(char c, int at) {
    boolean goesOn =
        stretches > 0
            && sourceEnds[stretches - 1] == at
            && sourceEnds[stretches - 1] - sourceStarts[stretches - 1]
                == text.length() - textStarts[stretches - 1];
    if (goesOn) {
      sourceEnds[stretches - 1] = at + 1;
      text.append(c);
    } else {
      add(String.valueOf(c), at, at + 1);
    }
  }

  /** Characters that stand in the original as something else, such as an entity. */
  void add(String characters, int start, int end) {
    if (stretches == textStarts.length) {
      textStarts = Arrays.copyOf(textStarts, 2 * stretches);
      sourceStarts = Arrays.copyOf(sourceStarts, 2 * stretches);
      sourceEnds = Arrays.copyOf(sourceEnds, 2 * stretches);
    }
    textStarts[stretches] = text.length();
    sourceStarts[stretches] = start;
    sourceEnds[stretches] = end;
    stretches++;
    text.append(characters);
  }

  /** White space that collapses with what is before it. */
  void addSpace(int at) {
    if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
      add(" ", at, at);
    }
  }

  /** What follows is another paragraph. */
  void endParagraph(int at) {
    int length = text.length();
    if (length > 0 && !(length > 1 && text.substring(length - 2).equals(PARAGRAPH))) {
      add(PARAGRAPH, at, at);
    }
  }

  /** What follows is another line of the paragraph. */
  void endLine(int at) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      add("\n", at, at);
    }
  }

  /** What an entity stands for; what is none stands for itself. */
  String meaning(String entity) {
    if (meanings.size() > MOST_MEANINGS) {
      meanings.clear();
    }
    return meanings.computeIfAbsent(entity, some -> Parser.unescapeEntities(some, false));
  }

  String source() {
    return source;
  }

  VisibleText build() {
    return new VisibleText(
        text.toString(),
        new SourceMap(
            Arrays.copyOf(textStarts, stretches),
            Arrays.copyOf(sourceStarts, stretches),
            Arrays.copyOf(sourceEnds, stretches),
            text.length()));
  }
}
