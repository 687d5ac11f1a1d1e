package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class EdgeMarksTest {
  private static final OpenNlpTokenizer TOKENIZER =
      OpenNlpTokenizer.load(TestSettings.of(SentenceDetection.MODEL, WordSplitting.MODEL));

  @Test
  void marksOfDirectionAroundAQuotationAreNoPartOfItsWords() {
    assertThat(words("\u202BAlan Bean\u202C saw \u2067Texas\u2069 \u200FRome\u200E"))
        .containsExactly("Alan", "Bean", "saw", "Texas", "Rome");
  }

  @Test
  void aSentenceBeginsBehindAByteOrderMark() {
    List<Sentence> sentences = TOKENIZER.tokenize(new Document("1", "\uFEFFAlan Bean flew."));
    assertThat(sentences.get(0).span().start()).isEqualTo(1);
  }

  @Test
  void marksWithinAWordStay() {
    assertThat(words("Wheel\u200Ber flew")).containsExactly("Wheel\u200Ber", "flew");
  }

  @Test
  void whatMakesTheCharacterBeforeItStays() {
    String england =
        new StringBuilder().appendCodePoint(0x1F3F4).appendCodePoint(0xE0067).toString();
    assertThat(words("a " + england + " b")).containsExactly("a", england, "b");
  }

  private static List<String> words(String text) {
    return TOKENIZER.tokenize(new Document("1", text)).stream()
        .flatMap(sentence -> tokens(sentence))
        .map(Token::text)
        .toList();
  }

  private static Stream<Token> tokens(Sentence sentence) {
    return sentence.tokens().stream();
  }
}
