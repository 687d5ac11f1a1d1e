package org.relunet.pipeline.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The format that the user asked for. */
public enum FormatChoice {
  /**
   * By the name's ending ({@code .jsonl}, {@code .ndjson}; {@code .txt}; {@code .html}, {@code
   * .htm}; {@code .md}, {@code .markdown}), and for any other name by the first visible characters:
   * JSONL where they are an opening brace and a quotation mark, HTML where they are {@code
   * <!doctype html} or {@code <html} in letters of any case, a text otherwise.
   */
  AUTO,
  TEXT,
  LINES,
  JSONL,
  HTML,
  MARKDOWN;

  private static final Map<String, RecordFormat> ENDINGS =
      Map.of(
          ".jsonl", RecordFormat.JSONL,
          ".ndjson", RecordFormat.JSONL,
          ".txt", RecordFormat.TEXT,
          ".html", RecordFormat.HTML,
          ".htm", RecordFormat.HTML,
          ".md", RecordFormat.MARKDOWN,
          ".markdown", RecordFormat.MARKDOWN);

  private static final Pattern HTML_BEGINNING =
      Pattern.compile("(?:!doctype\\s+html|html)[\\s>]", Pattern.CASE_INSENSITIVE);

  /** White space between the words of a doctype included. */
  private static final int LONGEST_BEGINNING = 64;

  /** The format of the given file under this choice. */
  RecordFormat of(String name, Path file) throws IOException {
    return switch (this) {
      case TEXT -> RecordFormat.TEXT;
      case LINES -> RecordFormat.LINES;
      case JSONL -> RecordFormat.JSONL;
      case HTML -> RecordFormat.HTML;
      case MARKDOWN -> RecordFormat.MARKDOWN;
      case AUTO -> detect(name.toLowerCase(Locale.ROOT), file);
    };
  }

  /** The format of a text that was given on the command line: one document. */
  RecordFormat ofText() {
    return switch (this) {
      case HTML -> RecordFormat.HTML;
      case MARKDOWN -> RecordFormat.MARKDOWN;
      case AUTO, TEXT, LINES, JSONL -> RecordFormat.TEXT;
    };
  }

  private static RecordFormat detect(String name, Path file) throws IOException {
    for (Map.Entry<String, RecordFormat> ending : ENDINGS.entrySet()) {
      if (name.endsWith(ending.getKey())) {
        return ending.getValue();
      }
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int first = nextVisible(in);
      if (first == '{' && nextVisible(in) == '"') {
        return RecordFormat.JSONL;
      }
      return first == '<' && beginsHtml(in) ? RecordFormat.HTML : RecordFormat.TEXT;
    }
  }

  /** Behind the first bracket. */
  private static boolean beginsHtml(InputStream in) throws IOException {
    String next = new String(in.readNBytes(LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
    return HTML_BEGINNING.matcher(next).lookingAt();
  }

  private static int nextVisible(InputStream in) throws IOException {
    int next = in.read();
    // the three bytes of a byte order mark count as invisible
    while (next == ' ' || next == '\t' || next == '\r' || next == '\n' || isByteOrderMark(next)) {
      next = in.read();
    }
    return next;
  }

  private static boolean isByteOrderMark(int next) {
    return next == 0xEF || next == 0xBB || next == 0xBF;
  }
}
