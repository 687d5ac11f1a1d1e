package org.relunet.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class UnitSentencesTest {
  /** A letter a sentence, or the words it is given. */
  private static final Tokenizer LETTERS =
      new Tokenizer() {
        @Override
        public List<Sentence> tokenize(Document document) {
          return document
              .text()
              .chars()
              .mapToObj(letter -> sentence(document, List.of(new CharacterSpan(0, 1))))
              .toList();
        }

        @Override
        public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
          return words.isEmpty() ? List.of() : List.of(sentence(document, words));
        }

        private Sentence sentence(Document document, List<CharacterSpan> words) {
          return new Sentence(
              new CharacterSpan(0, document.text().length()),
              words.stream()
                  .map(w -> new Token(document.text().substring(w.start(), w.end()), w, "X"))
                  .toList());
        }
      };

  private static List<Sentence> sentences(String text, boolean pretokenized) {
    return new UnitSentences(LETTERS, pretokenized).of(new Document("d", text));
  }

  @Test
  void rawTextIsForTheTokenizer() {
    assertThat(sentences("abc", false)).hasSize(3);
  }

  @Test
  void theWordsOfTokenizedTextAreWhatWhiteSpaceSeparates() {
    List<Sentence> found = sentences(" Dr. Who's  here\t. Really ", true);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).words()).containsExactly("Dr.", "Who's", "here", ".", "Really");
    assertThat(found.get(0).tokens().get(1).span()).isEqualTo(new CharacterSpan(5, 10));
  }

  @Test
  void tokenizedTextWithoutAWordHasNoSentence() {
    assertThat(sentences(" \t\n", true)).isEmpty();
  }
}
