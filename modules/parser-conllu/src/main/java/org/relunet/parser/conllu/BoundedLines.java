package org.relunet.parser.conllu;

import java.io.IOException;
import java.io.Reader;
import org.relunet.api.bounded.TooLargeException;

/** Reads a text line by line, as long as no line is longer than any should be. */
final class BoundedLines {
  private final Reader text;
  private final int longest;
  private final StringBuilder line = new StringBuilder();
  private boolean afterReturn;

  /**
   * @param text buffered; the caller closes it
   * @param longest line, in UTF-16 units
   */
  BoundedLines(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /**
   * The next line, without its end: LF, CR or CR LF; null behind the last.
   *
   * @throws TooLargeException if it is too long
   */
  String next() throws IOException {
    line.setLength(0);
    while (true) {
      int unit = text.read();
      boolean second = afterReturn && unit == '\n';
      afterReturn = unit == '\r';
      if (second) {
        continue;
      }
      if (unit == '\n' || unit == '\r' || unit < 0) {
        return unit < 0 && line.isEmpty() ? null : line.toString();
      }
      if (line.length() == longest) {
        throw new TooLargeException("a line has more than " + longest + " characters");
      }
      line.append((char) unit);
    }
  }
}
