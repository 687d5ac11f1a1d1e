package org.relunet.corpus.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file with one JSON object a line. A broken line does not hide those behind it. */
final class JsonLinesRecords {
  private final ObjectMapper json = StrictRecords.mapper();

  void read(InputStream bytes, RecordSink sink) throws IOException {
    long number = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    do {
      next = bytes.read();
      if (next >= 0 && next != '\n') {
        line.write(next);
      } else {
        number++;
        readLine(line.toByteArray(), number, sink);
        line.reset();
      }
    } while (next >= 0);
  }

  private void readLine(byte[] bytes, long number, RecordSink sink) {
    String line;
    try {
      // Decoding a line at a time: a decoder over the whole file could not say which line is wrong.
      line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      sink.unreadable("is not valid UTF-8; save the file as UTF-8", number);
      return;
    }
    if (line.isBlank()) {
      return;
    }
    try {
      JsonNode record = json.readTree(line);
      sink.record(record, number);
    } catch (JsonProcessingException broken) {
      sink.unreadable(JsonMessages.reason(broken), number);
    }
  }
}
