package org.relunet.retraining.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.relunet.common.messages.ParserMessage;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.format.AnnotatedRecord;
import org.relunet.corpus.format.StrictRecords;

/**
 * Reads the messages of corrections: texts of the project's own format, which have all their
 * triples, and verdicts on a triple that a model emitted:
 *
 * <pre>{@code
 * {"id": "42", "text": "...", "triples": [...]}
 * {"id": "42", "text": "...", "verdict": "reject", "triple": {...}}
 * {"id": "42", "text": "...", "verdict": "edit", "triple": {...}, "replacement": {...}}
 * }</pre>
 */
public final class CorrectionReader {
  private static final ObjectMapper JSON = StrictRecords.mapper();
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "text",
          "triples",
          "entities",
          "annotated",
          "verdict",
          "triple",
          "replacement",
          "modelVersion");
  private static final List<String> OF_A_TRIPLE = List.of("subject", "relation", "object");

  private CorrectionReader() {}

  /**
   * Reads a message.
   *
   * @param bytes UTF-8
   * @param place where it stands, the id of a text that has none of its own
   * @throws IllegalArgumentException if it is malformed, or names what is not in its text; the
   *     message says what is wrong
   */
  public static Correction read(byte[] bytes, String place) {
    return read(message(bytes), place);
  }

  /**
   * Reads a message that stands nowhere yet. A text without an id gets one that is made from it:
   * what is said of it later has the same.
   *
   * @param bytes UTF-8
   * @throws IllegalArgumentException as of {@link #read(byte[], String)}
   */
  public static Correction read(byte[] bytes) {
    ObjectNode message = message(bytes);
    String folded = new AnnotatedText("unnamed", message.path("text").asText(), List.of()).folded();
    return read(message, "text-" + UUID.nameUUIDFromBytes(folded.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode message(byte[] bytes) {
    if (!(tree(bytes) instanceof ObjectNode message)) {
      throw new IllegalArgumentException("a correction is a JSON object");
    }
    return message;
  }

  private static Correction read(ObjectNode message, String fallbackId) {
    message
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                    "a correction has no key '%s'; it may have %s"
                        .formatted(key, KEYS.stream().sorted().toList()));
              }
            });
    Optional<Verdict> verdict = verdict(message);
    AnnotatedText text = AnnotatedRecord.read(withTriples(message, verdict), fallbackId);
    text.triples().forEach(triple -> requireInText(triple, text.text()));
    return new Correction(text, verdict, message.toString());
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JSON.readTree(text);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "it is not valid JSON: " + ParserMessage.plain(e.getOriginalMessage()), e);
    }
  }

  private static Optional<Verdict> verdict(ObjectNode message) {
    JsonNode given = message.get("verdict");
    if (given == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Verdict.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given.textValue()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'verdict' must be accept, reject or edit, but is " + given)));
  }

  /** The message as a record of the own format. */
  private static ObjectNode withTriples(ObjectNode message, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      requireAbsent(message, "has no 'verdict'", "triple", "replacement");
      return message;
    }
    requireAbsent(message, "has a 'verdict'", "triples", "entities", "annotated");
    ObjectNode record = message.objectNode();
    message.properties().forEach(entry -> record.set(entry.getKey(), entry.getValue()));
    ArrayNode triples = record.putArray("triples");
    triples.add(triple(message, "triple"));
    if (verdict.get() == Verdict.EDIT) {
      triples.add(triple(message, "replacement"));
    } else {
      requireAbsent(message, "is no edit", "replacement");
    }
    return record;
  }

  private static void requireAbsent(ObjectNode message, String because, String... keys) {
    for (String key : keys) {
      if (message.has(key)) {
        throw new IllegalArgumentException(
            "a correction that %s can't have '%s'".formatted(because, key));
      }
    }
  }

  /** What was emitted with it, such as its confidence, says nothing here. */
  private static JsonNode triple(ObjectNode message, String key) {
    if (!(message.get(key) instanceof ObjectNode emitted)) {
      throw new IllegalArgumentException("'" + key + "' must be a triple");
    }
    return emitted.deepCopy().retain(OF_A_TRIPLE);
  }

  private static void requireInText(AnnotatedTriple triple, String text) {
    List<String> problems = new ArrayList<>();
    problem("subject", triple.subject(), text).ifPresent(problems::add);
    problem("object", triple.object(), text).ifPresent(problems::add);
    if (triple.relation().isBlank()) {
      problems.add("its relation is blank");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "triple (%s, %s, %s): %s"
              .formatted(
                  triple.subject().text(),
                  triple.relation(),
                  triple.object().text(),
                  String.join("; ", problems)));
    }
  }

  private static Optional<String> problem(String role, Entity entity, String text) {
    if (entity.text().isBlank()) {
      return Optional.of("its " + role + " is blank");
    }
    if (entity instanceof LocatedEntity located) {
      int end = located.span().end();
      String there =
          end > text.length() ? "(no text)" : text.substring(located.span().start(), end);
      return there.equals(entity.text())
          ? Optional.empty()
          : Optional.of(
              "where its %s is said to stand, the text has '%s'; offsets count Unicode code points"
                  .formatted(role, there));
    }
    return text.contains(entity.text())
        ? Optional.empty()
        : Optional.of("its " + role + " is not in the text");
  }
}
