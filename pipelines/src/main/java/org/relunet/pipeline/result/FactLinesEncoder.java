package org.relunet.pipeline.result;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.fact.DocumentFacts;
import org.relunet.pipeline.fact.Fact;
import org.relunet.pipeline.input.RecordLocation;

/** A line of JSON for every document, with or without facts. */
final class FactLinesEncoder implements ResultEncoder {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  @Override
  public void encode(RecordLocation location, Extraction extraction, ByteArrayOutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("id", extraction.document().id());
      FactJson fields = new FactJson(new CodePointOffsets(extraction.document().text()), json);
      json.writeArrayFieldStart("facts");
      for (Fact fact : DocumentFacts.of(extraction)) {
        json.writeStartObject();
        fields.writeFields(fact);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("modelVersion", extraction.modelVersion());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
