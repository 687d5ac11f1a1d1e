package org.relunet.cli.log;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Makes a line of JSON of each line that commands write to standard error. */
public final class JsonMessages extends Writer {
  private final PrintWriter out;
  private final StringBuilder line = new StringBuilder();

  private JsonMessages(OutputStream standardError) {
    this.out = new PrintWriter(standardError, true, StandardCharsets.UTF_8);
  }

  /** A writer whose lines become JSON on standard error. */
  public static PrintWriter writer(OutputStream standardError) {
    return new PrintWriter(new JsonMessages(standardError), true);
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (characters[i] == '\n') {
        emit();
      } else if (characters[i] != '\r') {
        line.append(characters[i]);
      }
    }
  }

  private void emit() {
    if (!line.isEmpty()) {
      String message = line.toString();
      out.println(JsonLine.of(Instant.now(), level(message), "relunet", message, null));
      line.setLength(0);
    }
  }

  private static String level(String message) {
    if (message.startsWith("relunet: error: ")) {
      return "ERROR";
    }
    return message.startsWith("relunet: warning: ") ? "WARN" : "INFO";
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    emit();
    out.flush();
  }
}
