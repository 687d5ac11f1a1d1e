package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class OpenNlpTokenizerTest {
  private static final OpenNlpTokenizer MODEL =
      OpenNlpTokenizer.load(TestSettings.of(SentenceDetection.MODEL, WordSplitting.MODEL));
  private static final OpenNlpTokenizer WHITESPACE =
      OpenNlpTokenizer.load(TestSettings.of(SentenceDetection.NONE, WordSplitting.WHITESPACE));

  @TempDir Path directory;

  @Test
  void cutsPunctuationOffWords() {
    assertThat(sentences(MODEL, "Aarhus Airport serves the city of Aarhus, Denmark (a port)."))
        .containsExactly("Aarhus Airport serves the city of Aarhus , Denmark ( a port ) .");
  }

  @Test
  void splitsRawTextAsTokenizedTextIsSplit() {
    String tokenized =
        "Aarhus Airport , whose runway is 2702.0 m long , serves the city of Aarhus , Denmark .";
    String raw =
        "Aarhus Airport, whose runway is 2702.0 m long, serves the city of Aarhus, Denmark.";
    assertThat(sentences(MODEL, raw)).isEqualTo(sentences(WHITESPACE, tokenized));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It isn't new.                     | It is n't new .",
        "She can\u2019t and I cannot.      | She ca n\u2019t and I can not .",
        "Alan Bean's dogs' bowls           | Alan Bean 's dogs ' bowls",
        "We've met O'Neal and L'Engle.     | We 've met O'Neal and L'Engle .",
        "the Madrid-Barajas HIV/AIDS 10R/28L runway | the Madrid-Barajas HIV/AIDS 10R/28L runway",
        "John F. Kennedy of S.p.A. and A.C. Milan   | John F. Kennedy of S.p.A. and A.C. Milan",
        "ISBN 978-0-15-204770-2, LCCN 12.           | ISBN 978-0-15-204770-2 , LCCN 12 .",
        "So am I.                          | So am I .",
      })
  void followsTheConventionsOfThePennTreebank(String raw, String words) {
    assertThat(sentences(MODEL, raw.strip())).containsExactly(words.strip());
  }

  @Test
  void endsSentencesWhereTheyEnd() {
    assertThat(sentences(MODEL, "It is new. Its runway is long! Is it? Yes."))
        .containsExactly("It is new .", "Its runway is long !", "Is it ?", "Yes .");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He plays for A.C. Chievo Verona.",
        "She died in St. Louis.",
        "Its director is Dr. G. P. Prabhukumar.",
        "They (e.g. the U.S. ones) are large.",
        "John F. Kennedy was born in Brookline.",
      })
  void doesNotEndSentencesAtAbbreviations(String text) {
    assertThat(sentences(MODEL, text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\u2029", "\f"})
  void endsASentenceAtABlankLine(String blank) {
    assertThat(sentences(MODEL, "A title" + blank + "The text goes on"))
        .containsExactly("A title", "The text goes on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\t"})
  void goesOnWithASentenceOnTheNextLine(String lineEnd) {
    assertThat(sentences(MODEL, "The text goes" + lineEnd + "on and on"))
        .containsExactly("The text goes on and on");
  }

  @Test
  void keepsTokenizedTextAsOneSentenceOfItsWords() {
    String text = "1 . FC Magdeburg isn't in the 3 . Liga . It 's old .";
    assertThat(sentences(WHITESPACE, text)).containsExactly(text);
  }

  @Test
  void assignsUniversalPartsOfSpeech() {
    Sentence sentence = MODEL.tokenize(new Document("d", "The old dog slowly ate 3 bones.")).get(0);
    assertThat(sentence.tokens())
        .extracting(Token::tag)
        .containsExactly("DET", "ADJ", "NOUN", "ADV", "VERB", "NUM", "NOUN", "PUNCT");
  }

  @Test
  void keepsJoinedEmojiTogether() {
    String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertThat(sentences(MODEL, "A " + family + " moved."))
        .containsExactly("A " + family + " moved .");
  }

  @Test
  void namesTheSettingWhoseFileIsMissing() {
    assertThatThrownBy(() -> OpenNlpTokenizer.load(withTagger(directory.resolve("none.bin"))))
        .isInstanceOf(MissingModelException.class)
        .hasMessageContaining("tokenizer.opennlp.tagger-model")
        .hasMessageContaining("none.bin");
  }

  @Test
  void namesTheFileThatIsNoModel() throws IOException {
    Path file = Files.writeString(directory.resolve("text.bin"), "not a model");
    assertThatThrownBy(() -> OpenNlpTokenizer.load(withTagger(file)))
        .hasMessageContaining("tokenizer.opennlp.tagger-model")
        .hasMessageContaining("text.bin");
  }

  private static OpenNlpSettings withTagger(Path file) {
    return new OpenNlpSettings(
        SentenceDetection.MODEL,
        WordSplitting.MODEL,
        OpenNlpSettings.DEFAULT_MODEL,
        OpenNlpSettings.DEFAULT_MODEL,
        file.toString());
  }

  private static List<String> sentences(OpenNlpTokenizer tokenizer, String text) {
    return tokenizer.tokenize(new Document("d", text)).stream()
        .map(sentence -> String.join(" ", sentence.words()))
        .toList();
  }
}
