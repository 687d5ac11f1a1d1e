package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a {@code tokenizer.json}, read field by field. Whatever is not of the expected form
 * is refused by its path.
 *
 * @param origin path of the file
 * @param path of the object in it, empty for the whole
 */
record Fields(String origin, String path, ObjectNode object) {
  /**
   * An object with no fields but the named ones.
   *
   * @throws TokenizerException if it is no object, or has others
   */
  static Fields of(String origin, String path, JsonNode node, Set<String> known) {
    if (!(node instanceof ObjectNode object)) {
      throw refused(origin, path, node.isMissingNode() ? "is missing" : "is no object");
    }
    Fields fields = new Fields(origin, path, object);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw fields.refused(name, "is not known; known are " + known);
              }
            });
    return fields;
  }

  /** The object in a field. */
  Fields inner(String name, Set<String> known) {
    return of(origin, pathOf(name), object.path(name), known);
  }

  /** What the field {@code type} says; empty where it is missing. */
  static String type(JsonNode component) {
    return component.path("type").asText();
  }

  JsonNode value(String name) {
    return object.path(name);
  }

  /** Whether the field is absent or null. */
  boolean isNull(String name) {
    return value(name).isMissingNode() || value(name).isNull();
  }

  boolean flag(String name) {
    if (!value(name).isBoolean()) {
      throw refused(name, "must be true or false");
    }
    return value(name).booleanValue();
  }

  boolean flag(String name, boolean absent) {
    return value(name).isMissingNode() ? absent : flag(name);
  }

  Optional<Boolean> optionalFlag(String name) {
    return isNull(name) ? Optional.empty() : Optional.of(flag(name));
  }

  int integer(String name, int least, int most) {
    return integer(pathOf(name), value(name), least, most);
  }

  int integer(String place, JsonNode value, int least, int most) {
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw refused(
          origin, place, "is " + shown(value) + ", no integer from " + least + " to " + most);
    }
    return value.intValue();
  }

  String text(String name, int longest) {
    return text(pathOf(name), value(name), longest);
  }

  String text(String place, JsonNode value, int longest) {
    if (!value.isTextual() || value.textValue().length() > longest) {
      throw refused(
          origin, place, "is " + shown(value) + ", no text of up to " + longest + " characters");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name, int longest) {
    return isNull(name) ? Optional.empty() : Optional.of(text(name, longest));
  }

  /** Refuses a field that is neither absent, null nor empty. */
  void requireNothing(String name) {
    if (!isNull(name) && !value(name).asText("x").isEmpty()) {
      throw refused(name, "is " + shown(value(name)) + "; supported is null");
    }
  }

  String pathOf(String name) {
    return path.isEmpty() ? shorten(name) : path + "." + shorten(name);
  }

  TokenizerException refused(String name, String problem) {
    return refused(origin, pathOf(name), problem);
  }

  static TokenizerException refused(String origin, String path, String problem) {
    return new TokenizerException(
        origin
            + ": "
            + path
            + " "
            + problem
            + "; supported are the tokenizers of BERT (WordPiece) and RoBERTa (byte-level BPE) as"
            + " Hugging Face saves them");
  }

  private static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "missing";
    }
    return value.isValueNode() ? "'" + shorten(value.asText()) + "'" : "no single value";
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
