package org.relunet.cli.log;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.relunet.cli.terminal.MessageWriter;

/** Makes a line of JSON of each message that commands write to standard error. */
public final class JsonMessages extends Writer {
  private final PrintWriter out;
  private final StringBuilder line = new StringBuilder();

  private JsonMessages(OutputStream standardError) {
    this.out = new PrintWriter(standardError, true, StandardCharsets.UTF_8);
  }

  /** A writer whose messages become lines of JSON on standard error. */
  public static PrintWriter writer(OutputStream standardError) {
    return new MessageWriter(new JsonMessages(standardError));
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    line.append(characters, offset, length);
    // a line feed inside what is written at once is part of a message
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\n') {
      line.setLength(end);
      emit();
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
