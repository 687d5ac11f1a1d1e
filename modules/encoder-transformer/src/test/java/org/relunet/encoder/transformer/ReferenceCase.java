package org.relunet.encoder.transformer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A sentence with what Hugging Face transformers made of it; see the fixtures' expected.json. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReferenceCase(
    List<String> words,
    int[] ids,
    @JsonProperty("word_ids") Integer[] wordIds,
    @JsonProperty("last_hidden_state") float[][] lastHiddenState,
    @JsonProperty("word_mean") float[][] wordMean) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Reference(List<ReferenceCase> cases) {}

  static List<ReferenceCase> of(Path fixture) {
    try {
      return new JsonMapper()
          .readValue(fixture.resolve("expected.json").toFile(), Reference.class)
          .cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
