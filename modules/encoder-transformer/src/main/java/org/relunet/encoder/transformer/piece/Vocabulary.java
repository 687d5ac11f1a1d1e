package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The pieces of a tokenizer and how they are found: its {@code model}, with {@code added_tokens}.
 */
final class Vocabulary {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** XLM-R, the largest of the family, has 250,002. */
  static final int MOST_PIECES = 1_000_000;

  /** The longest of RoBERTa are runs of 128 marks. */
  static final int LONGEST_PIECE = 512;

  private static final int MOST_ADDED = 10_000;
  private static final int LONGEST_WORD = 1_000;

  private static final Set<String> WORD_PIECE =
      Set.of("type", "unk_token", "continuing_subword_prefix", "max_input_chars_per_word", "vocab");
  private static final Set<String> BPE =
      Set.of(
          "type",
          "dropout",
          "unk_token",
          "continuing_subword_prefix",
          "end_of_word_suffix",
          "fuse_unk",
          "byte_fallback",
          "ignore_merges",
          "vocab",
          "merges");
  private static final Set<String> ADDED =
      Set.of("id", "content", "single_word", "lstrip", "rstrip", "normalized", "special");

  private final Map<String, Integer> pieces = new LinkedHashMap<>();
  private final BitSet indices = new BitSet();
  private final ObjectNode model = JSON.objectNode();
  private final ArrayNode added = JSON.arrayNode();

  private Vocabulary() {}

  /** BERT's, from the field {@code model} and {@code added_tokens} of the whole. */
  static Vocabulary wordPiece(Fields whole) {
    Vocabulary vocabulary = new Vocabulary();
    Fields read = whole.inner("model", WORD_PIECE);
    ObjectNode model = vocabulary.model;
    model
        .put("type", "WordPiece")
        .put("unk_token", read.text("unk_token", LONGEST_PIECE))
        .put("continuing_subword_prefix", read.text("continuing_subword_prefix", 16))
        .put("max_input_chars_per_word", read.integer("max_input_chars_per_word", 1, LONGEST_WORD));
    vocabulary.readPieces(read);
    vocabulary.requirePiece(read, "unk_token");
    vocabulary.readAdded(whole);
    return vocabulary;
  }

  /** RoBERTa's. */
  static Vocabulary byteLevel(Fields whole) {
    Vocabulary vocabulary = new Vocabulary();
    Fields read = whole.inner("model", BPE);
    read.requireNothing("dropout");
    read.requireNothing("continuing_subword_prefix");
    read.requireNothing("end_of_word_suffix");
    ObjectNode model = vocabulary.model;
    model
        .put("type", "BPE")
        .putNull("dropout")
        .put("unk_token", read.optionalText("unk_token", LONGEST_PIECE).orElse(null))
        .put("fuse_unk", read.flag("fuse_unk", false))
        .put("byte_fallback", read.flag("byte_fallback", false))
        .put("ignore_merges", read.flag("ignore_merges", false));
    for (String name : new String[] {"continuing_subword_prefix", "end_of_word_suffix"}) {
      if (read.isNull(name)) {
        model.putNull(name);
      } else {
        model.put(name, "");
      }
    }
    vocabulary.readPieces(read);
    if (!read.isNull("unk_token")) {
      vocabulary.requirePiece(read, "unk_token");
    }
    vocabulary.readMerges(read);
    vocabulary.readAdded(whole);
    return vocabulary;
  }

  private void readPieces(Fields model) {
    JsonNode vocabulary = model.value("vocab");
    if (!vocabulary.isObject() || vocabulary.isEmpty() || vocabulary.size() > MOST_PIECES) {
      throw model.refused(
          "vocab", "has " + vocabulary.size() + " pieces, not from 1 to " + MOST_PIECES);
    }
    ObjectNode rebuilt = this.model.putObject("vocab");
    vocabulary
        .properties()
        .forEach(
            piece -> {
              String place = model.pathOf("vocab") + "." + shown(piece.getKey());
              int index = model.integer(place, piece.getValue(), 0, MOST_PIECES - 1);
              if (piece.getKey().length() > LONGEST_PIECE) {
                throw Fields.refused(
                    model.origin(), place, "is longer than " + LONGEST_PIECE + " characters");
              }
              if (indices.get(index)) {
                throw Fields.refused(
                    model.origin(), place, "has the index " + index + ", which another piece has");
              }
              indices.set(index);
              pieces.put(piece.getKey(), index);
              rebuilt.put(piece.getKey(), index);
            });
  }

  private static String shown(String piece) {
    return piece.length() > 40 ? piece.substring(0, 40) + "..." : piece;
  }

  /** Pairs of pieces, the oldest files have them as one text with a space between. */
  private void readMerges(Fields model) {
    JsonNode merges = model.value("merges");
    if (!merges.isArray() || merges.size() > MOST_PIECES) {
      throw model.refused(
          "merges", "is no list of up to " + MOST_PIECES + " pairs, it has " + merges.size());
    }
    ArrayNode rebuilt = this.model.putArray("merges");
    for (int i = 0; i < merges.size(); i++) {
      String place = model.pathOf("merges") + "[" + i + "]";
      JsonNode merge = merges.get(i);
      String[] parts =
          merge.isTextual()
              ? merge.textValue().split(" ", -1)
              : new String[] {merge.path(0).asText(), merge.path(1).asText()};
      if (parts.length != 2 || merge.isArray() && merge.size() != 2) {
        throw Fields.refused(model.origin(), place, "is no pair of pieces");
      }
      if (!pieces.containsKey(parts[0])
          || !pieces.containsKey(parts[1])
          || !pieces.containsKey(parts[0] + parts[1])) {
        throw Fields.refused(model.origin(), place, "is of pieces that the vocabulary has not");
      }
      if (merge.isTextual()) {
        rebuilt.add(merge.textValue());
      } else {
        rebuilt.addArray().add(parts[0]).add(parts[1]);
      }
    }
  }

  private void requirePiece(Fields model, String name) {
    if (!pieces.containsKey(model.value(name).textValue())) {
      throw model.refused(name, "is no piece of the vocabulary");
    }
  }

  private void readAdded(Fields whole) {
    JsonNode tokens = whole.value("added_tokens");
    if (whole.isNull("added_tokens")) {
      return;
    }
    if (!tokens.isArray() || tokens.size() > MOST_ADDED) {
      throw whole.refused("added_tokens", "is no list of up to " + MOST_ADDED + " tokens");
    }
    for (int i = 0; i < tokens.size(); i++) {
      Fields token = Fields.of(whole.origin(), "added_tokens[" + i + "]", tokens.get(i), ADDED);
      int index = token.integer("id", 0, MOST_PIECES - 1);
      String content = token.text("content", LONGEST_PIECE);
      Integer known = pieces.putIfAbsent(content, index);
      if (content.isEmpty() || (known == null ? indices.get(index) : known != index)) {
        throw token.refused("id", "is " + index + ", which contradicts the vocabulary");
      }
      indices.set(index);
      ObjectNode rebuilt = added.addObject().put("id", index).put("content", content);
      for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
        rebuilt.put(flag, token.flag(flag, false));
      }
      rebuilt.put("special", token.flag("special", false));
    }
  }

  /** Whether a piece has that index. */
  boolean has(String piece, int index) {
    return Integer.valueOf(index).equals(pieces.get(piece));
  }

  /** One more than the largest index. */
  int size() {
    return indices.length();
  }

  ObjectNode model() {
    return model;
  }

  ArrayNode added() {
    return added;
  }
}
