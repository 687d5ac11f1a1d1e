package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The content of a {@code tokenizer.json}, made fit for sentences that are already split into
 * words: nothing is cut off or padded, and byte-level BPE treats each word as standing after a
 * space.
 */
public final class TokenizerDefinition {
  /** Hugging Face's name of such a file. */
  public static final String FILE_NAME = "tokenizer.json";

  private static final JsonMapper JSON = new JsonMapper();

  private final String origin;
  private final ObjectNode json;

  private TokenizerDefinition(String origin, ObjectNode json) {
    this.origin = origin;
    this.json = json;
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @param origin its path, for messages
   * @throws TokenizerException if it is damaged, or neither WordPiece nor byte-level BPE
   */
  public static TokenizerDefinition read(String origin, InputStream content) {
    try {
      return of(origin, JSON.readTree(content));
    } catch (IOException e) {
      throw new TokenizerException(origin + ": is no tokenizer.json: " + e.getMessage(), e);
    }
  }

  static TokenizerDefinition of(String origin, JsonNode content) {
    if (!(content instanceof ObjectNode json) || !content.path("model").path("vocab").isObject()) {
      throw new TokenizerException(origin + ": is no tokenizer.json: it has no model.vocab");
    }
    String model = json.path("model").path("type").asText();
    if (model.equals("BPE")) {
      requireByteLevel(origin, json.path("pre_tokenizer"));
    } else if (!model.equals("WordPiece")) {
      throw new TokenizerException(
          origin
              + ": model.type is '"
              + model
              + "'; supported are WordPiece (BERT) and BPE with a ByteLevel pre-tokenizer"
              + " (RoBERTa)");
    }
    json.putNull("truncation");
    json.putNull("padding");
    return new TokenizerDefinition(origin, json);
  }

  private static void requireByteLevel(String origin, JsonNode preTokenizer) {
    if (!(preTokenizer instanceof ObjectNode node)
        || !node.path("type").asText().equals("ByteLevel")) {
      throw new TokenizerException(
          origin + ": a BPE tokenizer needs the pre_tokenizer ByteLevel, as RoBERTa's has");
    }
    node.put("add_prefix_space", true);
  }

  /** Path of the file, for messages. */
  public String origin() {
    return origin;
  }

  /** One more than the largest index of a piece: the rows that embeddings must have. */
  public int vocabularySize() {
    int largest = -1;
    for (JsonNode index : json.path("model").path("vocab")) {
      largest = Math.max(largest, index.asInt());
    }
    for (JsonNode added : json.path("added_tokens")) {
      largest = Math.max(largest, added.path("id").asInt());
    }
    return largest + 1;
  }

  byte[] toBytes() {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
