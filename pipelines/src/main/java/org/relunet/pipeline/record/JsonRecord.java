package org.relunet.pipeline.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relunet.common.messages.ParserMessage;

/**
 * A document as JSON: {@code {"id": ..., "text": ...}}, or with both elsewhere, as JSON Pointers
 * (RFC 6901) say. Other keys are ignored; an id may be a text or an integer, and may be absent.
 */
public final class JsonRecord {
  private static final int SHOWN_CHARACTERS = 40;

  /** Keys and values that nobody reads take many times the memory that their text takes. */
  private static final long MOST_TOKENS = 1_000_000;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  // the record's own limit holds, not the library's
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonPointer textPath;
  private final JsonPointer idPath;

  public JsonRecord(JsonPaths paths) {
    this.textPath = paths.textPointer();
    this.idPath = paths.idPointer();
  }

  /**
   * What a record says.
   *
   * @param id the document's id, if it has one
   * @param text its text
   */
  public record Content(Optional<String> id, String text) {}

  /**
   * @throws BadRecordException if the record is no document; the message says why
   */
  public Content read(String line) throws BadRecordException {
    JsonNode object = parse(line);
    if (!object.isObject()) {
      throw new BadRecordException(
          "expected a JSON object like {\"id\": \"1\", \"text\": \"...\"} but got " + kind(object));
    }
    JsonNode text = object.at(textPath);
    if (text.isMissingNode()) {
      throw new BadRecordException(missingText() + foundKeys(object));
    }
    if (!text.isTextual()) {
      throw new BadRecordException(
          "'" + name(textPath) + "' must be a string but is " + kind(text));
    }
    requirePairedSurrogates(text.textValue(), name(textPath));
    return new Content(id(object.at(idPath)), text.textValue());
  }

  /**
   * @throws BadRecordException if it is an array of JSON from its first to its last character
   */
  public void requireNoArray(String value) throws BadRecordException {
    if (!value.stripLeading().startsWith("[")) {
      return;
    }
    JsonNode array;
    try {
      array = mapper.readTree(value);
    } catch (JsonProcessingException e) {
      // a text that begins with a bracket
      return;
    }
    throw new BadRecordException(
        "a JSON array of %d elements: send each document in a message of its own"
            .formatted(array.size()));
  }

  private String missingText() {
    return textPath.toString().equals(JsonPaths.TEXT)
        ? "no key 'text'"
        : "nothing at '" + textPath + "'";
  }

  /** The key where it is one of the object itself. */
  private static String name(JsonPointer path) {
    String text = path.toString();
    return text.lastIndexOf('/') == 0 ? text.substring(1) : text;
  }

  private Optional<String> id(JsonNode id) throws BadRecordException {
    if (id.isMissingNode() || id.isNull()) {
      return Optional.empty();
    }
    if (!id.isTextual() && !id.isIntegralNumber()) {
      throw new BadRecordException(
          "'" + name(idPath) + "' must be a string or an integer but is " + kind(id));
    }
    String name = id.asText();
    if (name.isBlank()) {
      throw new BadRecordException(
          "'" + name(idPath) + "' is blank: give a name, or leave the key out");
    }
    requirePairedSurrogates(name, name(idPath));
    return Optional.of(name);
  }

  private JsonNode parse(String line) throws BadRecordException {
    try {
      return mapper.readTree(line);
    } catch (JsonProcessingException e) {
      String reason = ParserMessage.plain(e.getOriginalMessage());
      long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw new BadRecordException("malformed JSON at column " + column + ": " + reason);
    }
  }

  private static String foundKeys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            key ->
                keys.add(
                    "'" + key + "'" + (key.equalsIgnoreCase("text") ? " (write 'text')" : "")));
    if (keys.isEmpty()) {
      return ": the object is empty";
    }
    String found = String.join(", ", keys);
    return "; found "
        + (found.length() > 2 * SHOWN_CHARACTERS
            ? found.substring(0, 2 * SHOWN_CHARACTERS) + "..."
            : found);
  }

  private static String kind(JsonNode node) {
    if (node.isNull()) {
      return "null";
    }
    String shown = node.toString();
    if (shown.length() > SHOWN_CHARACTERS) {
      shown = shown.substring(0, SHOWN_CHARACTERS) + "...";
    }
    return node.getNodeType().name().toLowerCase(Locale.ROOT) + " " + shown;
  }

  /** JSON's escapes can spell half a character, which no UTF-8 file can hold. */
  private static void requirePairedSurrogates(String value, String key) throws BadRecordException {
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      boolean paired =
          Character.isHighSurrogate(unit)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (!paired) {
        throw new BadRecordException(
            "'%s' holds half a surrogate pair (\\u%04X): no valid Unicode"
                .formatted(key, (int) unit));
      }
      i++;
    }
  }
}
