package org.relunet.corpus.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/** A file that is one JSON array of records; one record at a time is held in memory. */
final class JsonArrayRecords {
  private final ObjectMapper json =
      StrictRecords.mapper().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Stops at the first place that is not JSON: behind it nothing can be told apart. */
  void read(InputStream bytes, RecordSink sink) throws IOException {
    try (JsonParser parser = json.getFactory().createParser(bytes)) {
      try {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == null) {
            sink.unreadable(
                "is missing: the array is not closed by ']', the file may be cut short",
                parser.currentLocation().getLineNr());
            return;
          }
          long line = parser.currentTokenLocation().getLineNr();
          JsonNode record = parser.readValueAsTree();
          sink.record(record, line);
        }
        if (parser.nextToken() != null) {
          sink.unreadable(
              "stands behind the end of the array", parser.currentTokenLocation().getLineNr());
        }
      } catch (JsonProcessingException broken) {
        sink.unreadable(JsonMessages.reason(broken), JsonMessages.line(broken));
      }
    }
  }
}
