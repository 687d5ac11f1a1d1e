package org.relunet.pipeline.record;

import com.fasterxml.jackson.core.JsonFactory;
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

/**
 * A document as a line of JSON: {@code {"id": ..., "text": ...}}. Other keys are ignored; an id may
 * be a text or an integer, and may be absent.
 */
public final class JsonRecord {
  private static final int SHOWN_CHARACTERS = 40;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  // the record's own limit holds, not the library's
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
    JsonNode text = object.get("text");
    if (text == null) {
      throw new BadRecordException("no key 'text'" + foundKeys(object));
    }
    if (!text.isTextual()) {
      throw new BadRecordException("'text' must be a string but is " + kind(text));
    }
    requirePairedSurrogates(text.textValue(), "text");
    return new Content(id(object.get("id")), text.textValue());
  }

  private static Optional<String> id(JsonNode id) throws BadRecordException {
    if (id == null || id.isNull()) {
      return Optional.empty();
    }
    if (!id.isTextual() && !id.isIntegralNumber()) {
      throw new BadRecordException("'id' must be a string or an integer but is " + kind(id));
    }
    String name = id.asText();
    if (name.isBlank()) {
      throw new BadRecordException("'id' is blank: give a name, or leave the key out");
    }
    requirePairedSurrogates(name, "id");
    return Optional.of(name);
  }

  private JsonNode parse(String line) throws BadRecordException {
    try {
      return mapper.readTree(line);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
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
