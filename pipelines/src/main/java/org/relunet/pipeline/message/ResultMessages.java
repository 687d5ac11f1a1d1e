package org.relunet.pipeline.message;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.fact.DocumentFacts;
import org.relunet.pipeline.fact.Fact;
import org.relunet.pipeline.result.FactJson;
import org.relunet.pipeline.result.TripleJson;

/**
 * Makes messages of what was extracted from a document. They keep the headers and the timestamp of
 * the message that the document came in.
 */
public final class ResultMessages {
  /** Version of the values' schema; one more whenever a field changes its meaning or goes. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final String topic;
  private final OutputUnit unit;

  public ResultMessages(String topic, OutputUnit unit) {
    this.topic = topic;
    this.unit = unit;
  }

  /** The messages of one document, in the order of its triples or facts. */
  public List<OutputMessage> of(InputMessage input, Extraction extraction) {
    CodePointOffsets offsets = new CodePointOffsets(extraction.document().text());
    return switch (unit) {
      case TRIPLE -> triples(input, extraction, offsets);
      case DOCUMENT -> List.of(document(input, extraction, offsets));
      case FACT -> facts(input, extraction, offsets);
    };
  }

  private List<OutputMessage> triples(
      InputMessage input, Extraction extraction, CodePointOffsets offsets) {
    List<OutputMessage> messages = new ArrayList<>();
    for (Triple triple : extraction.triples()) {
      byte[] value =
          object(input, extraction, json -> new TripleJson(offsets, json).writeFields(triple));
      byte[] key = MessageKey.of(extraction.document(), triple, offsets);
      messages.add(message(input, key, value));
    }
    return messages;
  }

  private List<OutputMessage> facts(
      InputMessage input, Extraction extraction, CodePointOffsets offsets) {
    List<OutputMessage> messages = new ArrayList<>();
    for (Fact fact : DocumentFacts.of(extraction)) {
      byte[] value =
          object(input, extraction, json -> new FactJson(offsets, json).writeFields(fact));
      messages.add(message(input, MessageKey.of(extraction.document(), fact), value));
    }
    return messages;
  }

  private OutputMessage document(
      InputMessage input, Extraction extraction, CodePointOffsets offsets) {
    byte[] value =
        object(
            input,
            extraction,
            json -> {
              TripleJson fields = new TripleJson(offsets, json);
              json.writeArrayFieldStart("triples");
              for (Triple triple : extraction.triples()) {
                json.writeStartObject();
                fields.writeFields(triple);
                json.writeEndObject();
              }
              json.writeEndArray();
            });
    return message(input, MessageKey.of(extraction.document()), value);
  }

  /** What a message says beside its document, source and model. */
  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] object(InputMessage input, Extraction extraction, Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeStringField("id", extraction.document().id());
      fields.write(json);
      json.writeStringField("modelVersion", extraction.modelVersion());
      json.writeObjectFieldStart("source");
      json.writeStringField("topic", input.position().topic());
      json.writeNumberField("partition", input.position().partition());
      json.writeNumberField("offset", input.position().offset());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private OutputMessage message(InputMessage input, byte[] key, byte[] value) {
    return new OutputMessage(topic, input.timestampMillis(), key, value, input.headers());
  }
}
