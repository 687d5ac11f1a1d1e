package org.relunet.corpus.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;

/** Writes texts in this project's own format, one JSON object a line, UTF-8. */
public final class CorpusWriter {
  private final JsonFactory json =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** Writes the text and a line end; the stream stays open. */
  public void write(AnnotatedText text, OutputStream target) throws IOException {
    CodePointOffsets offsets = new CodePointOffsets(text.text());
    try (JsonGenerator line = json.createGenerator(target)) {
      line.writeStartObject();
      line.writeStringField("id", text.id());
      line.writeStringField("text", text.text());
      line.writeArrayFieldStart("triples");
      for (AnnotatedTriple triple : text.triples()) {
        line.writeStartObject();
        write("subject", triple.subject(), text, offsets, line);
        line.writeStringField("relation", triple.relation());
        write("object", triple.object(), text, offsets, line);
        line.writeEndObject();
      }
      line.writeEndArray();
      if (text.entities().isPresent()) {
        write(text.entities().get(), offsets, line);
      }
      if (text.annotated().isPresent()) {
        line.writeArrayFieldStart("annotated");
        for (String relation : text.annotated().get()) {
          line.writeString(relation);
        }
        line.writeEndArray();
      }
      line.writeEndObject();
    }
    target.write("\n".getBytes(StandardCharsets.UTF_8));
  }

  private static void write(
      List<AnnotatedEntity> entities, CodePointOffsets offsets, JsonGenerator line)
      throws IOException {
    line.writeArrayFieldStart("entities");
    for (AnnotatedEntity entity : entities) {
      line.writeStartObject();
      line.writeNumberField("start", offsets.toCodePoints(entity.span().start()));
      line.writeNumberField("end", offsets.toCodePoints(entity.span().end()));
      if (!entity.type().isEmpty()) {
        line.writeStringField("type", entity.type());
      }
      line.writeEndObject();
    }
    line.writeEndArray();
  }

  private static void write(
      String key, Entity entity, AnnotatedText text, CodePointOffsets offsets, JsonGenerator line)
      throws IOException {
    line.writeObjectFieldStart(key);
    line.writeStringField("text", entity.text());
    if (entity instanceof LocatedEntity located) {
      CharacterSpan span = located.span();
      line.writeNumberField("start", codePoints(span.start(), text, offsets));
      line.writeNumberField("end", codePoints(span.end(), text, offsets));
    }
    line.writeEndObject();
  }

  /** A place beyond the text, which is told when it is used, stays as far beyond it. */
  private static int codePoints(int utf16, AnnotatedText text, CodePointOffsets offsets) {
    int beyond = Math.max(0, utf16 - text.text().length());
    return offsets.toCodePoints(utf16 - beyond) + beyond;
  }
}
