package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.relunet.api.bounded.BoundedBytes;

/**
 * The content of a {@code tokenizer.json} of a known form, made fit for sentences that are already
 * split into words: nothing is cut off or padded, and byte-level BPE treats each word as standing
 * after a space.
 */
public final class TokenizerDefinition {
  /** Hugging Face's name of such a file. */
  public static final String FILE_NAME = "tokenizer.json";

  /** That of BERT base has half a megabyte, the largest of the family 17. */
  private static final BoundedBytes FILE = new BoundedBytes(32 << 20);

  private static final int DEEPEST = 16;

  /** A vocabulary takes two for each piece, merges take four. */
  private static final long MOST_TOKENS = 6L * Vocabulary.MOST_PIECES;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxTokenCount(MOST_TOKENS)
                          .maxNumberLength(20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String origin;
  private final ObjectNode json;
  private final TokenizerForm form;

  private TokenizerDefinition(String origin, ObjectNode json, TokenizerForm form) {
    this.origin = origin;
    this.json = json;
    this.form = form;
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @param origin its path, for messages
   * @throws TokenizerException if it is damaged, or neither WordPiece as BERT has it nor byte-level
   *     BPE as RoBERTa has it; the message names the field
   */
  public static TokenizerDefinition read(String origin, InputStream content) {
    try {
      return of(origin, JSON.readTree(FILE.read(content)));
    } catch (IOException e) {
      throw new TokenizerException(origin + ": is no tokenizer.json: " + e.getMessage(), e);
    }
  }

  static TokenizerDefinition of(String origin, JsonNode content) {
    TokenizerForm form = TokenizerForm.of(origin, content);
    ObjectNode json = (ObjectNode) content;
    json.putNull("truncation");
    json.putNull("padding");
    if (json.path("model").path("type").asText().equals("BPE")) {
      ((ObjectNode) json.path("pre_tokenizer")).put("add_prefix_space", true);
    }
    return new TokenizerDefinition(origin, json, form);
  }

  /** Path of the file, for messages. */
  public String origin() {
    return origin;
  }

  /** One more than the largest index of a piece: the rows that embeddings must have. */
  public int vocabularySize() {
    return form.vocabularySize();
  }

  /** The file as it is stored beside a model: the same bytes for the same file. */
  byte[] toBytes() {
    return bytes(json);
  }

  /** What the native library is given: rebuilt from values that were checked. */
  byte[] forLibrary() {
    return bytes(form.definition());
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
