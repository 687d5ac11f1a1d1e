package org.relunet.encoder.transformer.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.encoder.transformer.architecture.Activation;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.tensor.WeightException;

/** Reads the {@code config.json} of a Hugging Face model. */
final class ConfigurationFile {
  private static final BoundedBytes FILE = new BoundedBytes(1 << 20);

  /** Four times those of the largest encoders of the family. */
  private static final int WIDEST = 16_384;

  private static final int MOST_LAYERS = 192;
  private static final int MOST_PIECES = 65_536;
  private static final int MOST_VOCABULARY = 1_000_000;
  private static final int MOST_TYPES = 256;

  private final String origin;
  private final JsonNode json;

  private ConfigurationFile(String origin, JsonNode json) {
    this.origin = origin;
    this.json = json;
  }

  /**
   * @param origin its path, for messages
   * @throws WeightException if a value is missing, out of range or not supported
   */
  static TransformerArchitecture read(String origin, InputStream content) {
    try {
      return new ConfigurationFile(origin, new JsonMapper().readTree(FILE.read(content)))
          .architecture();
    } catch (IOException e) {
      throw new WeightException(origin + ": is no JSON: " + e.getMessage(), e);
    }
  }

  private TransformerArchitecture architecture() {
    int offset = positionOffset();
    requireAbsolutePositions();
    try {
      return new TransformerArchitecture(
          integer("vocab_size", MOST_VOCABULARY),
          integer("hidden_size", WIDEST),
          integer("num_hidden_layers", MOST_LAYERS),
          integer("num_attention_heads", WIDEST),
          integer("intermediate_size", 4 * WIDEST),
          integer("max_position_embeddings", MOST_PIECES) - offset,
          offset,
          integer("type_vocab_size", MOST_TYPES),
          (float) json.path("layer_norm_eps").asDouble(1e-12),
          activation());
    } catch (IllegalArgumentException e) {
      throw new WeightException(origin + ": " + e.getMessage(), e);
    }
  }

  /** RoBERTa counts positions from one past its padding index. */
  private int positionOffset() {
    String type = json.path("model_type").asText();
    return switch (type) {
      case "bert" -> 0;
      case "roberta" -> (json.has("pad_token_id") ? integer("pad_token_id", MOST_PIECES) : 1) + 1;
      default ->
          throw new WeightException(
              origin + ": model_type is '" + type + "'; supported are bert and roberta");
    };
  }

  private Activation activation() {
    String name = json.path("hidden_act").asText("gelu");
    return switch (name) {
      case "gelu" -> Activation.GELU;
      case "gelu_new", "gelu_pytorch_tanh" -> Activation.GELU_TANH;
      default ->
          throw new WeightException(
              origin
                  + ": hidden_act is '"
                  + name
                  + "'; supported are gelu, gelu_new and gelu_pytorch_tanh");
    };
  }

  private void requireAbsolutePositions() {
    String value = json.path("position_embedding_type").asText("absolute");
    if (!value.equals("absolute")) {
      throw new WeightException(
          origin + ": position_embedding_type is '" + value + "'; only absolute is supported");
    }
  }

  private int integer(String key, int most) {
    JsonNode value = json.path(key);
    if (!value.isInt()) {
      throw new WeightException(
          origin + ": " + key + (value.isMissingNode() ? " is missing" : " is no integer"));
    }
    if (value.intValue() > most) {
      throw new WeightException(
          origin
              + ": "
              + key
              + " is "
              + value.intValue()
              + ", more than the most possible, "
              + most);
    }
    return value.intValue();
  }
}
