package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class PassageReaderTest {
  private static final String TEXT =
      "One two. Three four five. Six.\n\nSeven eight. Nine ten eleven twelve thirteen. Fourteen.";

  /** A sentence ends at a full stop; a word is what white space separates. */
  private static final Tokenizer FULL_STOPS =
      new Tokenizer() {
        @Override
        public List<Sentence> tokenize(Document document) {
          List<Sentence> sentences = new ArrayList<>();
          Matcher found = Pattern.compile("[^.]+\\.?").matcher(document.text());
          while (found.find()) {
            List<Token> tokens = new ArrayList<>();
            Matcher word = Pattern.compile("\\S+").matcher(document.text());
            word.region(found.start(), found.end());
            while (word.find()) {
              tokens.add(new Token(word.group(), new CharacterSpan(word.start(), word.end()), "X"));
            }
            if (!tokens.isEmpty()) {
              int start = tokens.get(0).start();
              sentences.add(new Sentence(new CharacterSpan(start, found.end()), tokens));
            }
          }
          return sentences;
        }

        @Override
        public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
          throw new UnsupportedOperationException();
        }
      };

  private static List<List<Sentence>> read(String text, int words, int slab) {
    return read(text, words, slab, 10_000);
  }

  private static List<List<Sentence>> read(String text, int words, int slab, int pieces) {
    List<List<Sentence>> passages = new ArrayList<>();
    new PassageReader(FULL_STOPS, new LetterEncoder(pieces), words, slab)
        .read(new Document("d", text), passages::add);
    return passages;
  }

  private static List<String> told(List<List<Sentence>> passages) {
    return passages.stream().map(p -> String.join(" ", Sentence.join(p).words())).toList();
  }

  @Test
  void aSentenceIsAPassageWhereNoMoreAreAskedFor() {
    assertThat(told(read(TEXT, 1, 1000)))
        .containsExactly(
            "One two.",
            "Three four five.",
            "Six.",
            "Seven eight.",
            "Nine ten eleven twelve thirteen.",
            "Fourteen.");
  }

  @Test
  void sentencesOfAParagraphGoTogetherUpToTheWordsAskedFor() {
    assertThat(told(read(TEXT, 6, 1000)))
        .containsExactly(
            "One two. Three four five. Six.",
            "Seven eight.",
            "Nine ten eleven twelve thirteen. Fourteen.");
    assertThat(told(read(TEXT, 5, 1000)))
        .startsWith("One two. Three four five.", "Six.", "Seven eight.");
  }

  @Test
  void sentencesGoTogetherWhileTheEncoderTakesTheirPieces() {
    // 9 pieces, 16, 6, and more than 10 each
    assertThat(told(read(TEXT, 60, 1000, 25)))
        .containsExactly(
            "One two. Three four five.",
            "Six.",
            "Seven eight.",
            "Nine ten eleven twelve thirteen.",
            "Fourteen.");
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 40, 47, 64, 88, 1000})
  void slabsDoNotShow(int slab) {
    assertThat(read(TEXT, 6, slab)).isEqualTo(read(TEXT, 6, 1000));
    String windows = TEXT.replace("\n", "\r\n");
    assertThat(read(windows, 6, slab)).isEqualTo(read(windows, 6, 1000));
  }

  @Test
  void aSentenceLongerThanASlabIsCutBetweenWords() {
    String text = "aaa bbb ccc ddd eee fff ggg.";

    List<List<Sentence>> passages = read(text, 1, 10);

    assertThat(String.join(" ", told(passages))).isEqualTo(text);
    for (List<Sentence> passage : passages) {
      for (Token token : passage.get(0).tokens()) {
        assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
      }
    }
  }

  @Test
  void noCharacterIsCutWhereThereIsNoWhiteSpace() {
    String text = "\uD83D\uDE00".repeat(20);

    List<List<Sentence>> passages = read(text, 1, 7);

    assertThat(String.join("", told(passages))).isEqualTo(text);
    assertThat(told(passages)).allMatch(part -> part.codePoints().allMatch(c -> c == 0x1F600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\n\n\n\n\n\n\n\n\n\n"})
  void nothingVisibleGivesNoPassage(String text) {
    assertThat(read(text, 6, 5)).isEmpty();
  }
}
