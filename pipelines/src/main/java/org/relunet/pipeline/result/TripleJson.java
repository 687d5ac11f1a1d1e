package org.relunet.pipeline.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;

/**
 * The fields of a triple in JSON. Offsets count Unicode code points of the original text: in
 * Python, {@code text[start:end]} is the mention.
 */
public final class TripleJson {
  private final CodePointOffsets offsets;
  private final JsonGenerator json;

  /**
   * @param offsets of the document's text
   * @param json where fields are written
   */
  public TripleJson(CodePointOffsets offsets, JsonGenerator json) {
    this.offsets = offsets;
    this.json = json;
  }

  /**
   * Writes {@code subject, relation, relationIri, object, confidence, sentence} into the open
   * object, the relation's IRI only where it has one.
   */
  public void writeFields(Triple triple) throws IOException {
    writeMention("subject", triple.subject());
    json.writeStringField("relation", triple.relation());
    if (!triple.relationIri().isEmpty()) {
      json.writeStringField("relationIri", triple.relationIri());
    }
    writeMention("object", triple.object());
    writeConfidence(triple);
  }

  /** Writes {@code subject, object, confidence, sentence}: where a fact is said. */
  void writePlace(Triple triple) throws IOException {
    writeMention("subject", triple.subject());
    writeMention("object", triple.object());
    writeConfidence(triple);
  }

  private void writeConfidence(Triple triple) throws IOException {
    json.writeNumberField("confidence", triple.confidence());
    json.writeObjectFieldStart("sentence");
    writeSpan(offsets.toCodePoints(triple.sentence()));
    json.writeEndObject();
  }

  private void writeMention(String name, Mention mention) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", mention.text());
    writeSpan(offsets.toCodePoints(mention.span()));
    json.writeEndObject();
  }

  private void writeSpan(CharacterSpan span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }
}
