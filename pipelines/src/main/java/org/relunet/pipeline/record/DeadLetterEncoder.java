package org.relunet.pipeline.record;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes a dead letter as a line of JSON: {@code {"source", "line", "stage", "reason", "record"}}.
 * {@code line} is absent for a whole file; {@code recordBase64} takes the place of {@code record}
 * where the bytes are not UTF-8; {@code offset} and {@code length} (bytes) where it is too long to
 * be copied.
 */
public final class DeadLetterEncoder {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** Appends the line and its end. */
  public void encode(DeadLetter letter, OutputStream out) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(line, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("source", letter.location().source().name());
      if (letter.location().line() > 0) {
        json.writeNumberField("line", letter.location().line());
      }
      json.writeStringField("stage", letter.stage().label());
      json.writeStringField("reason", letter.reason());
      writeRecord(letter, json);
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
      line.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRecord(DeadLetter letter, JsonGenerator json) throws IOException {
    if (letter.location().oversized()) {
      json.writeNumberField("offset", letter.location().offset());
      json.writeNumberField("length", letter.location().length());
      return;
    }
    Optional<String> text = StrictUtf8.tryDecode(letter.record());
    if (text.isPresent()) {
      json.writeStringField("record", text.get());
    } else {
      json.writeBinaryField("recordBase64", letter.record());
    }
  }
}
