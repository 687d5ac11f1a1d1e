package org.relunet.encoder.transformer.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.tensor.WeightException;

/** Reads the {@code config.json} of a Hugging Face model. */
final class ConfigurationFile {
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
      return new ConfigurationFile(origin, new JsonMapper().readTree(content)).architecture();
    } catch (IOException e) {
      throw new WeightException(origin + ": is no JSON: " + e.getMessage(), e);
    }
  }

  private TransformerArchitecture architecture() {
    int offset = positionOffset();
    requireText("hidden_act", "gelu");
    requireText("position_embedding_type", "absolute");
    try {
      return new TransformerArchitecture(
          integer("vocab_size"),
          integer("hidden_size"),
          integer("num_hidden_layers"),
          integer("num_attention_heads"),
          integer("intermediate_size"),
          integer("max_position_embeddings") - offset,
          offset,
          integer("type_vocab_size"),
          (float) json.path("layer_norm_eps").asDouble(1e-12));
    } catch (IllegalArgumentException e) {
      throw new WeightException(origin + ": " + e.getMessage(), e);
    }
  }

  /** RoBERTa counts positions from one past its padding index. */
  private int positionOffset() {
    String type = json.path("model_type").asText();
    return switch (type) {
      case "bert" -> 0;
      case "roberta" -> json.path("pad_token_id").asInt(1) + 1;
      default ->
          throw new WeightException(
              origin + ": model_type is '" + type + "'; supported are bert and roberta");
    };
  }

  private void requireText(String key, String supported) {
    String value = json.path(key).asText(supported);
    if (!value.equals(supported)) {
      throw new WeightException(
          origin + ": " + key + " is '" + value + "'; only '" + supported + "' is supported");
    }
  }

  private int integer(String key) {
    JsonNode value = json.path(key);
    if (!value.isInt()) {
      throw new WeightException(
          origin + ": " + key + (value.isMissingNode() ? " is missing" : " is no integer"));
    }
    return value.intValue();
  }
}
