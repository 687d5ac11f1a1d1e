package org.relunet.pipeline.result;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.input.RecordLocation;

/**
 * A line of JSON for every document, with or without triples. Offsets count Unicode code points of
 * the original text: in Python, {@code text[start:end]} is the mention.
 */
final class JsonLinesEncoder implements ResultEncoder {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  @Override
  public void encode(RecordLocation location, Extraction extraction, ByteArrayOutputStream out) {
    CodePointOffsets offsets = new CodePointOffsets(extraction.document().text());
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("id", extraction.document().id());
      json.writeArrayFieldStart("triples");
      for (Triple triple : extraction.triples()) {
        writeTriple(triple, offsets, json);
      }
      json.writeEndArray();
      json.writeStringField("modelVersion", extraction.modelVersion());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeTriple(Triple triple, CodePointOffsets offsets, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writeMention("subject", triple.subject(), offsets, json);
    json.writeStringField("relation", triple.relation());
    writeMention("object", triple.object(), offsets, json);
    json.writeNumberField("confidence", triple.confidence());
    json.writeObjectFieldStart("sentence");
    writeSpan(offsets.toCodePoints(triple.sentence()), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeMention(
      String name, Mention mention, CodePointOffsets offsets, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", mention.text());
    writeSpan(offsets.toCodePoints(mention.span()), json);
    json.writeEndObject();
  }

  private static void writeSpan(CharacterSpan span, JsonGenerator json) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }
}
