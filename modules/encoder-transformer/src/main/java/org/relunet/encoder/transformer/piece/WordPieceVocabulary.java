package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Makes a tokenizer from BERT's {@code vocab.txt}: one piece a line, the line's number its index.
 */
public final class WordPieceVocabulary {
  private static final String CLASSIFY = "[CLS]";
  private static final String SEPARATOR = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final List<String> SPECIAL =
      List.of("[PAD]", UNKNOWN, CLASSIFY, SEPARATOR, "[MASK]");

  private WordPieceVocabulary() {}

  /**
   * @param origin path of the vocabulary, for messages
   * @param lines the pieces
   * @param lowercase whether text is put in lower case and stripped of accents first; where
   *     unknown, told from the vocabulary: one with capital letters is for text as it stands
   * @throws TokenizerException if a special piece is missing or a piece is there twice
   */
  public static TokenizerDefinition definition(
      String origin, List<String> lines, Optional<Boolean> lowercase) {
    ObjectNode root = new JsonMapper().createObjectNode();
    ObjectNode model = root.putObject("model");
    model
        .put("type", "WordPiece")
        .put("unk_token", UNKNOWN)
        .put("continuing_subword_prefix", "##")
        .put("max_input_chars_per_word", 100);
    ObjectNode vocabulary = model.putObject("vocab");
    for (int line = 0; line < lines.size(); line++) {
      if (vocabulary.has(lines.get(line))) {
        throw new TokenizerException(
            origin + ", line " + (line + 1) + ": piece '" + lines.get(line) + "' is there twice");
      }
      vocabulary.put(lines.get(line), line);
    }
    requireSpecial(origin, vocabulary);
    root.put("version", "1.0");
    for (String special : SPECIAL) {
      root.withArray("added_tokens")
          .addObject()
          .put("id", vocabulary.get(special).intValue())
          .put("content", special)
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", true);
    }
    root.putObject("normalizer")
        .put("type", "BertNormalizer")
        .put("clean_text", true)
        .put("handle_chinese_chars", true)
        .put("lowercase", lowercase.orElseGet(() -> lines.stream().noneMatch(p -> cased(p))))
        .putNull("strip_accents");
    root.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
    ObjectNode processor = root.putObject("post_processor").put("type", "BertProcessing");
    processor.putArray("sep").add(SEPARATOR).add(vocabulary.get(SEPARATOR).intValue());
    processor.putArray("cls").add(CLASSIFY).add(vocabulary.get(CLASSIFY).intValue());
    root.putNull("decoder");
    return TokenizerDefinition.of(origin, root);
  }

  private static void requireSpecial(String origin, ObjectNode vocabulary) {
    for (String special : SPECIAL) {
      if (!vocabulary.has(special)) {
        throw new TokenizerException(
            origin + ": piece " + special + " is missing; is this the vocab.txt of a BERT?");
      }
    }
  }

  private static boolean cased(String piece) {
    return !piece.startsWith("[") && !piece.equals(piece.toLowerCase(java.util.Locale.ROOT));
  }
}
