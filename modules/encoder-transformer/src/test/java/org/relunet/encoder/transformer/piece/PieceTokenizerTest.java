package org.relunet.encoder.transformer.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTokenizerTest {
  private static final List<String> VOCABULARY =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##happi", "##ly", "the", ",");

  private static String resource(String name) throws IOException {
    try (InputStream content = PieceTokenizerTest.class.getResourceAsStream(name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static TokenizerDefinition definition(String json) {
    return TokenizerDefinition.read(
        "t/tokenizer.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static PieceTokenizer wordPieces(List<String> vocabulary) {
    return new PieceTokenizer(
        WordPieceVocabulary.definition("t/vocab.txt", vocabulary, Optional.empty()));
  }

  @Test
  void cutsWordsIntoTheLongestPieces() {
    PieceTokenizer tokenizer = wordPieces(VOCABULARY);
    assertThat(tokenizer.pieces(List.of("unhappily", ",", "the")).ids())
        .containsExactly(2, 5, 6, 7, 9, 8, 3);
    assertThat(tokenizer.pieces(List.of("unhappily", ",", "the")).wordOfPiece())
        .containsExactly(-1, 0, 0, 0, 1, 2, -1);
  }

  @Test
  void givesTheSamePiecesFromTheCache() {
    PieceTokenizer tokenizer = wordPieces(VOCABULARY);
    int[] first = tokenizer.pieces(List.of("the", "unhappily", "the")).ids();
    assertThat(tokenizer.pieces(List.of("the", "unhappily", "the")).ids()).isEqualTo(first);
  }

  @Test
  void givesNoPieceToAWordWithoutAVisibleCharacter() {
    assertThat(wordPieces(VOCABULARY).pieces(List.of("the", "\u200b\u0001", "the")).wordOfPiece())
        .containsExactly(-1, 0, 2, -1);
  }

  @Test
  void givesOnlySpecialPiecesToNoWords() {
    assertThat(wordPieces(VOCABULARY).pieces(List.of()).ids()).containsExactly(2, 3);
  }

  @Test
  void lowersCaseWhereTheVocabularyHasNoCapitals() {
    assertThat(wordPieces(VOCABULARY).pieces(List.of("THE")).ids()).containsExactly(2, 8, 3);
  }

  @Test
  void keepsCaseWhereTheVocabularyHasCapitals() {
    List<String> cased = new ArrayList<>(VOCABULARY);
    cased.add("The");
    assertThat(wordPieces(cased).pieces(List.of("The", "THE")).ids()).containsExactly(2, 10, 1, 3);
  }

  @Test
  void lowersCaseWhereItIsToldTo() {
    List<String> cased = new ArrayList<>(VOCABULARY);
    cased.add("The");
    TokenizerDefinition definition =
        WordPieceVocabulary.definition("t/vocab.txt", cased, Optional.of(true));
    assertThat(new PieceTokenizer(definition).pieces(List.of("The")).ids())
        .containsExactly(2, 8, 3);
  }

  @Test
  void makesOfAVocabularyWhatTheTokenizersOwnFileMakes() throws IOException {
    PieceTokenizer fromList = wordPieces(resource("/tiny-bert/vocab.txt").lines().toList());
    PieceTokenizer fromFile = new PieceTokenizer(definition(resource("/tiny-bert/tokenizer.json")));
    List<String> words = List.of("Alan", "BEAN", "Wheeler,", "naïve", "東京", "born-in", "!?");
    assertThat(fromList.pieces(words).ids()).isEqualTo(fromFile.pieces(words).ids());
    assertThat(fromList.vocabularySize()).isEqualTo(fromFile.vocabularySize()).isEqualTo(160);
  }

  @Test
  void ignoresTruncationAndPaddingOfTheFile() throws IOException {
    String json =
        resource("/tiny-bert/tokenizer.json")
            .replace(
                "\"truncation\": null",
                "\"truncation\": {\"direction\": \"Right\", \"max_length\": 4,"
                    + " \"strategy\": \"LongestFirst\", \"stride\": 0}")
            .replace(
                "\"padding\": null",
                "\"padding\": {\"strategy\": {\"Fixed\": 99}, \"direction\": \"Right\","
                    + " \"pad_to_multiple_of\": null, \"pad_id\": 0, \"pad_type_id\": 0,"
                    + " \"pad_token\": \"[PAD]\"}");
    assertThat(json).contains("\"max_length\": 4", "\"Fixed\": 99");
    PieceTokenizer tokenizer = new PieceTokenizer(definition(json));
    assertThat(tokenizer.pieces(Collections.nCopies(20, "in")).length()).isEqualTo(22);
  }

  @Test
  void takesEveryWordToStandAfterASpaceInByteLevelEncoding() throws IOException {
    String json = resource("/tiny-roberta/tokenizer.json");
    String withoutSpace = json.replace("\"add_prefix_space\": true", "\"add_prefix_space\": false");
    assertThat(withoutSpace).isNotEqualTo(json);
    List<String> words = List.of("Alan", "Bean", "was", "born");
    assertThat(new PieceTokenizer(definition(withoutSpace)).pieces(words).ids())
        .isEqualTo(new PieceTokenizer(definition(json)).pieces(words).ids());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "7",
        "{}",
        "{\"model\":{\"type\":\"WordPiece\"}}",
        "{\"model\":{\"type\":\"Unigram\",\"vocab\":{\"a\":0}}}",
        "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0}},\"pre_tokenizer\":null}",
        "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"a\":0}},\"normalizer\":{\"type\":\"?\"}}"
      })
  void namesTheFileOfAnUnusableDefinition(String json) {
    assertThatThrownBy(() -> new PieceTokenizer(definition(json)))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContaining("t/tokenizer.json");
  }

  @Test
  void namesTheLineOfARepeatedPiece() {
    List<String> repeated = new ArrayList<>(VOCABULARY);
    repeated.add("the");
    assertThatThrownBy(() -> wordPieces(repeated))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContainingAll("t/vocab.txt, line 11", "'the'");
  }

  @Test
  void namesTheSpecialPieceThatIsMissing() {
    assertThatThrownBy(() -> wordPieces(List.of("[PAD]", "[UNK]", "[SEP]", "[MASK]", "a")))
        .isInstanceOf(TokenizerException.class)
        .hasMessageContainingAll("t/vocab.txt", "[CLS]");
  }
}
