package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.characters.Characters;

/**
 * {@code {"id", "text", "triples": [{"subject": {"text", "start", "end"}, "relation", "object":
 * {...}}]}}, offsets in Unicode code points unless another unit is named; and where the annotation
 * says more, {@code "entities"} and {@code "annotated"}.
 */
final class RelunetShape implements RecordShape {
  private final OffsetUnit unit;

  RelunetShape(OffsetUnit unit) {
    this.unit = unit;
  }

  @Override
  public CorpusFormat format() {
    return CorpusFormat.RELUNET;
  }

  @Override
  public AnnotatedText read(JsonNode record, String fallbackId) throws RecordProblem {
    String text = RecordShape.text(record, "text");
    CodePointOffsets offsets = new CodePointOffsets(text);
    List<AnnotatedTriple> triples = new ArrayList<>();
    for (JsonNode triple : RecordShape.list(record, "triples")) {
      triples.add(
          RecordProblem.at("triple " + (triples.size() + 1), () -> triple(triple, text, offsets)));
    }
    return new AnnotatedText(
        id(record, fallbackId),
        text,
        triples,
        ListedEntities.of(record, text, offsets, unit),
        annotated(record));
  }

  private AnnotatedTriple triple(JsonNode triple, String text, CodePointOffsets offsets)
      throws RecordProblem {
    return new AnnotatedTriple(
        entity(triple, "subject", text, offsets),
        RecordShape.name(triple, "relation"),
        entity(triple, "object", text, offsets));
  }

  /** The relations that were annotated; empty where the record does not say, which means all. */
  private static Optional<List<String>> annotated(JsonNode record) throws RecordProblem {
    if (!record.has("annotated")) {
      return Optional.empty();
    }
    List<String> relations = new ArrayList<>();
    for (JsonNode relation : RecordShape.list(record, "annotated")) {
      if (!relation.isTextual()) {
        throw new RecordProblem(
            "'annotated' must list names of relations, but has " + RecordShape.describe(relation));
      }
      String name = "name " + (relations.size() + 1) + " of 'annotated'";
      if (relation.textValue().isBlank()) {
        throw new RecordProblem(name + " is blank; write a relation's name, or leave it out");
      }
      relations.add(RecordShape.checked(name, relation.textValue(), Characters::ofName));
    }
    return Optional.of(relations);
  }

  private static String id(JsonNode record, String fallbackId) throws RecordProblem {
    JsonNode id = record.get("id");
    if (id == null || id.isNull()) {
      return fallbackId;
    }
    if (!id.isTextual() && !id.isIntegralNumber() || id.asText().isBlank()) {
      throw new RecordProblem(
          "'id' must be a number or a text that is not blank, but is " + RecordShape.describe(id));
    }
    return RecordShape.checked("'id'", id.asText(), Characters::ofId);
  }

  private Entity entity(JsonNode triple, String key, String text, CodePointOffsets offsets)
      throws RecordProblem {
    JsonNode entity = RecordShape.member(triple, key);
    return RecordProblem.at(key, () -> entity(entity, text, offsets));
  }

  private Entity entity(JsonNode entity, String text, CodePointOffsets offsets)
      throws RecordProblem {
    String name = RecordShape.text(entity, "text");
    if (!entity.has("start") && !entity.has("end")) {
      return new NamedEntity(name);
    }
    int start = Offsets.read(entity, "start", unit);
    int end = Offsets.read(entity, "end", unit);
    if (end < start) {
      throw new RecordProblem(
          "entity '" + Excerpt.of(name) + "' ends at " + end + ", before it starts at " + start);
    }
    return new LocatedEntity(
        name, new CharacterSpan(unit.start(start, text, offsets), unit.end(end, text, offsets)));
  }
}
