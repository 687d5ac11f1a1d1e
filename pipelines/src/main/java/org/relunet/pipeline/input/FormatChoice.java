package org.relunet.pipeline.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The format that the user asked for. */
public enum FormatChoice {
  /**
   * By the name's ending ({@code .jsonl}, {@code .ndjson}; {@code .txt}), and for any other name by
   * the first visible character: JSONL where it is an opening brace with a quotation mark next, a
   * text otherwise.
   */
  AUTO,
  TEXT,
  LINES,
  JSONL,
  HTML,
  MARKDOWN;

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
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return RecordFormat.JSONL;
    }
    if (name.endsWith(".txt")) {
      return RecordFormat.TEXT;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return nextVisible(in) == '{' && nextVisible(in) == '"'
          ? RecordFormat.JSONL
          : RecordFormat.TEXT;
    }
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
