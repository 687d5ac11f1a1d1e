package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The two forms of a {@code tokenizer.json} that are known: BERT's and RoBERTa's. The library that
 * cuts words into pieces can do much more, regular expressions and replacements without a bound
 * among it, and a failure in it ends the process. It is therefore given a definition that is
 * rebuilt from checked values, never the file.
 *
 * @param definition rebuilt
 * @param vocabularySize one more than the largest index of a piece
 */
record TokenizerForm(ObjectNode definition, int vocabularySize) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Set<String> PARTS =
      Set.of(
          "version",
          "truncation",
          "padding",
          "added_tokens",
          "normalizer",
          "pre_tokenizer",
          "post_processor",
          "decoder",
          "model");
  private static final Set<String> DECODERS = Set.of("WordPiece", "ByteLevel");

  /**
   * @throws TokenizerException if it is of neither form; the message names the field
   */
  static TokenizerForm of(String origin, JsonNode content) {
    if (!content.path("model").path("vocab").isObject()) {
      throw new TokenizerException(origin + ": is no tokenizer.json: it has no model.vocab");
    }
    Fields whole = Fields.of(origin, "", content, PARTS);
    if (!whole.isNull("version") && !whole.text("version", 16).equals("1.0")) {
      throw whole.refused("version", "is '" + whole.text("version", 16) + "', not '1.0'");
    }
    if (!whole.isNull("decoder") && !DECODERS.contains(Fields.type(whole.value("decoder")))) {
      throw whole.refused("decoder.type", "is '" + Fields.type(whole.value("decoder")) + "'");
    }
    String model = Fields.type(whole.value("model"));
    return switch (model) {
      case "WordPiece" ->
          form(whole, Vocabulary.wordPiece(whole), bertNormalizer(whole), bertPreTokenizer(whole));
      case "BPE" -> {
        if (!whole.isNull("normalizer")) {
          throw whole.refused(
              "normalizer.type",
              "is '" + Fields.type(whole.value("normalizer")) + "', byte-level BPE has none");
        }
        ObjectNode preTokenizer = byteLevel(whole, "pre_tokenizer");
        preTokenizer.put("add_prefix_space", true);
        yield form(whole, Vocabulary.byteLevel(whole), NullNode.instance, preTokenizer);
      }
      default -> throw whole.refused("model.type", "is '" + model + "'");
    };
  }

  private static TokenizerForm form(
      Fields whole, Vocabulary vocabulary, JsonNode normalizer, ObjectNode preTokenizer) {
    ObjectNode definition =
        JSON.objectNode().put("version", "1.0").putNull("truncation").putNull("padding");
    definition.set("added_tokens", vocabulary.added());
    definition.set("normalizer", normalizer);
    definition.set("pre_tokenizer", preTokenizer);
    definition.set("post_processor", SpecialPieces.rebuilt(whole, vocabulary));
    // pieces are never put together again
    definition.putNull("decoder");
    definition.set("model", vocabulary.model());
    return new TokenizerForm(definition, vocabulary.size());
  }

  private static JsonNode bertNormalizer(Fields whole) {
    if (whole.isNull("normalizer")) {
      return NullNode.instance;
    }
    requireType(whole, "normalizer", "BertNormalizer");
    Fields read =
        whole.inner(
            "normalizer",
            Set.of("type", "clean_text", "handle_chinese_chars", "strip_accents", "lowercase"));
    return JSON.objectNode()
        .put("type", "BertNormalizer")
        .put("clean_text", read.flag("clean_text"))
        .put("handle_chinese_chars", read.flag("handle_chinese_chars"))
        .put("strip_accents", read.optionalFlag("strip_accents").orElse(null))
        .put("lowercase", read.flag("lowercase"));
  }

  private static ObjectNode bertPreTokenizer(Fields whole) {
    requireType(whole, "pre_tokenizer", "BertPreTokenizer");
    whole.inner("pre_tokenizer", Set.of("type"));
    return JSON.objectNode().put("type", "BertPreTokenizer");
  }

  /** Rebuilds RoBERTa's part of this name. */
  static ObjectNode byteLevel(Fields whole, String name) {
    requireType(whole, name, "ByteLevel");
    Fields read =
        whole.inner(name, Set.of("type", "add_prefix_space", "trim_offsets", "use_regex"));
    return JSON.objectNode()
        .put("type", "ByteLevel")
        .put("add_prefix_space", read.flag("add_prefix_space"))
        .put("trim_offsets", read.flag("trim_offsets"))
        .put("use_regex", read.flag("use_regex", true));
  }

  private static void requireType(Fields whole, String name, String expected) {
    String type = Fields.type(whole.value(name));
    if (!type.equals(expected)) {
      throw whole.refused(name + ".type", "is '" + type + "', here " + expected + " is needed");
    }
  }
}
