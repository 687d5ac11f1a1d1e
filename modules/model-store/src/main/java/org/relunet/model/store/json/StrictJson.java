package org.relunet.model.store.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.relunet.common.messages.ParserMessage;

/**
 * JSON of model packages. Reading refuses unknown, missing, null and repeated keys and anything
 * after the value: a file that is not exactly of the known format is not guessed at. Writing gives
 * the same bytes for the same value on every system.
 */
public final class StrictJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private StrictJson() {}

  /**
   * The value that the text holds.
   *
   * @throws JsonFormatException if the text is not JSON, or not of the type's form
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new JsonFormatException(describe(e), e);
    }
  }

  /**
   * The text as a tree, to look at a format version before the rest.
   *
   * @throws JsonFormatException if the text is not JSON
   */
  public static JsonNode readTree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new JsonFormatException(describe(e), e);
    }
  }

  /** The value as indented JSON that ends with a line feed. */
  public static String write(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + describe(e), e);
    }
  }

  private static String describe(JsonProcessingException problem) {
    StringBuilder text = new StringBuilder();
    if (problem instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      text.append("at ");
      for (JsonMappingException.Reference step : mapping.getPath()) {
        if (step.getFieldName() == null) {
          text.append('[').append(step.getIndex()).append(']');
        } else {
          text.append(text.length() > 3 ? "." : "").append(step.getFieldName());
        }
      }
      text.append(": ");
    }
    // What a record's constructor says is clearer than Jackson's account of it.
    if (problem.getCause() instanceof RuntimeException cause && cause.getMessage() != null) {
      text.append(cause.getMessage());
    } else {
      text.append(ParserMessage.plain(problem.getOriginalMessage()));
    }
    if (problem.getLocation() != null && problem.getLocation().getLineNr() > 0) {
      text.append(" (line ").append(problem.getLocation().getLineNr()).append(')');
    }
    return text.toString();
  }
}
