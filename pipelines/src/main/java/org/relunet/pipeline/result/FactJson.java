package org.relunet.pipeline.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.fact.Fact;
import org.relunet.pipeline.fact.FactEntity;

/** The fields of a fact in JSON. */
public final class FactJson {
  private final TripleJson triples;
  private final JsonGenerator json;

  /**
   * @param offsets of the document's text
   * @param json where fields are written
   */
  public FactJson(CodePointOffsets offsets, JsonGenerator json) {
    this.triples = new TripleJson(offsets, json);
    this.json = json;
  }

  /**
   * Writes {@code subject, relation, relationIri, object, confidence, count, places} into the open
   * object, the relation's IRI only where it has one.
   */
  public void writeFields(Fact fact) throws IOException {
    writeEntity("subject", fact.subject());
    json.writeStringField("relation", fact.relation());
    if (!fact.relationIri().isEmpty()) {
      json.writeStringField("relationIri", fact.relationIri());
    }
    writeEntity("object", fact.object());
    json.writeNumberField("confidence", fact.confidence());
    json.writeNumberField("count", fact.places().size());
    json.writeArrayFieldStart("places");
    for (Triple place : fact.places()) {
      json.writeStartObject();
      triples.writePlace(place);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeEntity(String name, FactEntity entity) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", entity.text());
    json.writeEndObject();
  }
}
