package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.corpus.AnnotatedEntity;

/**
 * Reads {@code "entities": [{"start", "end", "type"}]}. Entities may overlap, as one inside another
 * does; the same one listed twice counts once.
 */
final class ListedEntities {
  private static final String KEY = "entities";

  private ListedEntities() {}

  /** Empty where the record has no such key. */
  static Optional<List<AnnotatedEntity>> of(
      JsonNode record, String text, CodePointOffsets offsets, OffsetUnit unit)
      throws RecordProblem {
    if (!record.has(KEY)) {
      return Optional.empty();
    }
    Map<CharacterSpan, AnnotatedEntity> entities = new LinkedHashMap<>();
    int number = 0;
    for (JsonNode listed : RecordShape.list(record, KEY)) {
      number++;
      AnnotatedEntity entity =
          RecordProblem.at(
              "entity %d of '%s'".formatted(number, KEY),
              () -> entity(listed, text, offsets, unit));
      AnnotatedEntity before = entities.put(entity.span(), entity);
      if (before != null && !before.type().equals(entity.type())) {
        throw new RecordProblem(
            "entity %d of '%s' is listed before with the type '%s', and now with '%s'; leave one of them out"
                .formatted(number, KEY, before.type(), entity.type()));
      }
    }
    return Optional.of(new ArrayList<>(entities.values()));
  }

  private static AnnotatedEntity entity(
      JsonNode listed, String text, CodePointOffsets offsets, OffsetUnit unit)
      throws RecordProblem {
    int start = Offsets.read(listed, "start", unit);
    int end = Offsets.read(listed, "end", unit);
    int first = unit.start(start, text, offsets);
    int behind = unit.end(end, text, offsets);
    if (behind <= first || behind > text.length()) {
      throw new RecordProblem(
          "it reaches from %d to %d, but the text has %d characters, and an entity one at least"
              .formatted(start, end, offsets.toCodePoints(text.length())));
    }
    String type = listed.has("type") ? RecordShape.name(listed, "type") : "";
    return new AnnotatedEntity(new CharacterSpan(first, behind), type);
  }
}
