package org.relunet.cli.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.relunet.common.messages.Visible;

/** A message as one line: {@code {"time":...,"level":...,"logger":...,"message":...}}. */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLine() {}

  /**
   * @param thrown may be {@code null}; its stack trace is {@code "trace"}
   */
  static String of(Instant time, String level, String logger, String message, Throwable thrown) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", time.toString());
      json.writeStringField("level", level);
      json.writeStringField("logger", logger);
      json.writeStringField("message", message == null ? "" : message);
      if (thrown != null) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        json.writeStringField("trace", trace.toString());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // what JSON lets stand, but a terminal does not
    return Visible.text(line.toString());
  }
}
