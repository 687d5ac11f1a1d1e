package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.characters.Characters;

/** Turns one JSON object into an annotated text. */
interface RecordShape {
  /**
   * @param record a JSON object
   * @param fallbackId names the text where the record itself does not
   */
  AnnotatedText read(JsonNode record, String fallbackId) throws RecordProblem;

  /** The format whose records have this shape. */
  CorpusFormat format();

  /** The shape of the given format; for {@code AUTO} the one that the record's keys fit. */
  static RecordShape of(CorpusFormat format, OffsetUnit offsets, JsonNode record)
      throws RecordProblem {
    return switch (format) {
      case AUTO -> recognise(offsets, record);
      case TRIPLE_LIST -> new TripleListShape();
      case RELATION_MENTIONS -> new RelationMentionsShape();
      case RELUNET -> new RelunetShape(offsets);
    };
  }

  private static RecordShape recognise(OffsetUnit offsets, JsonNode record) throws RecordProblem {
    if (record.has("triple_list")) {
      return new TripleListShape();
    }
    if (record.has("relationMentions")) {
      return new RelationMentionsShape();
    }
    if (record.has("triples")) {
      return new RelunetShape(offsets);
    }
    throw new RecordProblem(
        ForeignLayout.of(record)
                .map(layout -> "looks like " + layout + ", which is not read; ")
                .orElse("")
            + "no known format has the keys "
            + keys(record)
            + "; expected 'text' with 'triple_list', 'sentText' with 'relationMentions',"
            + " or 'text' with 'triples'");
  }

  /** The text under the key. */
  static String text(JsonNode object, String key) throws RecordProblem {
    JsonNode value = member(object, key);
    if (!value.isTextual()) {
      throw new RecordProblem("'" + key + "' must be a text, but is " + describe(value));
    }
    return checked("'" + key + "'", value.textValue(), Characters::ofText);
  }

  /** The name of a relation or of a type under the key. */
  static String name(JsonNode object, String key) throws RecordProblem {
    return checked("'" + key + "'", text(object, key), Characters::ofName);
  }

  /** The string, if the rule finds nothing wrong with it. */
  static String checked(String what, String string, Function<String, Optional<String>> rule)
      throws RecordProblem {
    Optional<String> problem = rule.apply(string);
    if (problem.isPresent()) {
      throw new RecordProblem(what + " " + problem.get());
    }
    return string;
  }

  /** The elements of the list under the key. */
  static List<JsonNode> list(JsonNode object, String key) throws RecordProblem {
    JsonNode value = member(object, key);
    if (!value.isArray()) {
      throw new RecordProblem("'" + key + "' must be a list, but is " + describe(value));
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  /** The value under the key. */
  static JsonNode member(JsonNode object, String key) throws RecordProblem {
    if (!object.isObject()) {
      throw new RecordProblem(
          "expected an object with the key '" + key + "', got " + describe(object));
    }
    JsonNode value = object.get(key);
    if (value == null) {
      throw new RecordProblem("the key '" + key + "' is missing; there are " + keys(object));
    }
    return value;
  }

  /** A value in an error message: its kind and its beginning. */
  static String describe(JsonNode value) {
    return Excerpt.of(value.toString(), 60);
  }

  private static String keys(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(name -> names.add("'" + Excerpt.of(name) + "'"));
    int shown = Math.min(names.size(), 8);
    String listed = String.join(", ", names.subList(0, shown));
    return names.isEmpty() ? "(none)" : listed + (shown < names.size() ? ", ..." : "");
  }
}
