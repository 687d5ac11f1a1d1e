package org.relunet.encoder.transformer.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.contract.bound.Bounds;

/** Whatever a file says, the native library gets nothing but BERT's and RoBERTa's forms. */
final class HostileTokenizerTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static ObjectNode tokenizer(String model) throws IOException {
    try (InputStream content =
        HostileTokenizerTest.class.getResourceAsStream("/tiny-" + model + "/tokenizer.json")) {
      return (ObjectNode) JSON.readTree(content);
    }
  }

  private static PieceTokenizer load(String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Bounds.megabytes(512, 20)
        .within(
            () ->
                new PieceTokenizer(
                    TokenizerDefinition.read("t/tokenizer.json", new ByteArrayInputStream(bytes))));
  }

  private static void assertRefused(JsonNode json, String... parts) {
    assertThatThrownBy(() -> load(json.toString()))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContaining("t/tokenizer.json: ")
        .hasMessageContainingAll(parts);
  }

  /** A component in place of the file's, or a field of one, and what the message names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "bert; normalizer; {\"type\":\"Replace\",\"pattern\":{\"Regex\":\"(x+x+)+y\"},\"content\":\"\"};"
            + " normalizer.type is 'Replace'",
        "bert; normalizer; {\"type\":\"Sequence\",\"normalizers\":[]}; normalizer.type is 'Sequence'",
        "bert; normalizer; {\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AA\"};"
            + " normalizer.type is 'Precompiled'",
        "bert; normalizer; []; normalizer.type is ''",
        "bert; normalizer.lowercase; 1; normalizer.lowercase must be true or false",
        "bert; normalizer.regex; \"x\"; normalizer.regex is not known",
        "bert; pre_tokenizer; {\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a*)*b\"}};"
            + " pre_tokenizer.type is 'Split'",
        "bert; pre_tokenizer; null; pre_tokenizer.type is ''",
        "bert; post_processor; {\"type\":\"Sequence\",\"processors\":[]};"
            + " post_processor.type is 'Sequence'",
        "bert; decoder; {\"type\":\"Replace\",\"pattern\":{\"Regex\":\"x\"},\"content\":\"\"};"
            + " decoder.type is 'Replace'",
        "bert; model.type; \"Unigram\"; model.type is 'Unigram'",
        "bert; model.vocab.huge; 4294967295; model.vocab.huge is '4294967295', no integer",
        "bert; model.vocab.negative; -1; model.vocab.negative is '-1', no integer",
        "bert; model.vocab.half; 0.5; model.vocab.half is '0.5', no integer",
        "bert; model.vocab.same; 7; model.vocab.same has the index 7, which another piece has",
        "bert; model.max_input_chars_per_word; 2000000000; model.max_input_chars_per_word is",
        "bert; model.unk_token; \"none\"; model.unk_token is no piece of the vocabulary",
        "bert; added_tokens; {}; added_tokens is no list",
        "bert; added_tokens; [{\"id\":4294967295,\"content\":\"x\"}]; added_tokens[0].id is",
        "bert; added_tokens; [{\"id\":5,\"content\":\"x\"}]; added_tokens[0].id is 5, which contradicts",
        "bert; added_tokens; [{\"id\":900,\"content\":\"\"}]; added_tokens[0].id is 900",
        "bert; more; 1; more is not known",
        "bert; version; \"2.0\"; version is '2.0'",
        "roberta; normalizer; {\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"b\"};"
            + " normalizer.type is 'Replace'",
        "roberta; pre_tokenizer.pattern; \"x\"; pre_tokenizer.pattern is not known",
        "roberta; model.dropout; 0.5; model.dropout is '0.5'; supported is null",
        "roberta; model.merges; [[\"a\"]]; model.merges[0] is no pair",
        "roberta; model.merges; [\"zzz zzz\"]; model.merges[0] is of pieces",
        "roberta; post_processor.sep; [\"</s>\",0]; post_processor.sep[1] is not the index",
      })
  void refusesWhatIsOfNoKnownForm(String model, String field, String value, String message)
      throws IOException {
    ObjectNode json = tokenizer(model);
    ObjectNode place = json;
    String[] path = field.split("\\.");
    for (int i = 0; i + 1 < path.length; i++) {
      place = (ObjectNode) place.path(path[i]);
    }
    place.set(path[path.length - 1], JSON.readTree(value));
    assertRefused(json, message.strip());
  }

  @Test
  void refusesMoreThanAnyVocabularyHas() throws IOException {
    ObjectNode many = tokenizer("bert");
    ObjectNode vocabulary = (ObjectNode) many.path("model").path("vocab");
    for (int i = 0; i < 1_000_001; i++) {
      vocabulary.put("p" + i, i);
    }
    assertThatThrownBy(() -> TokenizerDefinition.of("t/tokenizer.json", many))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContainingAll("t/tokenizer.json: model.vocab has", "not from 1 to 1000000");

    ObjectNode longest = tokenizer("bert");
    ((ObjectNode) longest.path("model").path("vocab")).put("x".repeat(513), 160);
    assertRefused(longest, "model.vocab.xxx", "is longer than 512 characters");

    ObjectNode template = tokenizer("bert");
    ArrayNode single = (ArrayNode) template.path("post_processor").path("single");
    for (int i = 0; i < 100_000; i++) {
      single.add(single.get(0).deepCopy());
    }
    assertRefused(template, "post_processor.single is no list of up to 16 pieces");
  }

  @Test
  void refusesAFileOfNothingButBrackets() {
    for (String text :
        new String[] {"[".repeat(30_000_000), "[" + "[],".repeat(9_000_000) + "0]"}) {
      assertThatThrownBy(() -> load(text))
          .isInstanceOf(TokenizerException.class)
          .hasMessageContaining("t/tokenizer.json: is no tokenizer.json");
    }
    assertThatThrownBy(() -> load(" ".repeat(40 << 20)))
        .hasMessageContaining("more than 33554432 bytes");
  }

  @Test
  void handsOnNothingThatIsNotLookedAt() throws IOException {
    ObjectNode json = tokenizer("bert");
    json.set("decoder", JSON.readTree("{\"type\":\"WordPiece\",\"prefix\":\"##\",\"x\":[1]}"));
    json.set("truncation", JSON.readTree("{\"max_length\":4}"));
    String given =
        new String(TokenizerDefinition.of("t", json).forLibrary(), StandardCharsets.UTF_8);
    assertThat(given).contains("\"decoder\":null", "\"truncation\":null").doesNotContain("[1]");
  }
}
