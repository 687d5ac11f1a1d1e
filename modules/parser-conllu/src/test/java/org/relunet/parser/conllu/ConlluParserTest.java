package org.relunet.parser.conllu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.parser.conllu.ConlluFiles.word;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class ConlluParserTest {
  @TempDir Path directory;

  @Test
  void findsTheTreeByTheSentencesWords() {
    assertThat(parser().parse(sentence("Bean", "flew")))
        .isEqualTo(new DependencyTree(new int[] {1, -1}, List.of("nsubj", "root")));
  }

  @Test
  void findsASentenceByItsSyntacticWordsAndByTheWordsAsTheTextWritesThem() {
    assertThat(parser().parse(sentence("They", "do", "n't", "fly")))
        .isEqualTo(
            new DependencyTree(new int[] {3, 3, 3, -1}, List.of("nsubj", "aux", "advmod", "root")));
    assertThat(parser().parse(sentence("They", "don't", "fly")))
        .isEqualTo(new DependencyTree(new int[] {2, 2, -1}, List.of("nsubj", "aux", "root")));
  }

  @Test
  void letsAMultiwordTokenTakeThePlaceOfItsHighestWord() {
    Path file =
        ConlluFiles.write(
            directory,
            "1-2 ab _ _ _ _ _ _ _ _",
            word(1, "a", 3, "low"),
            word(2, "b", 0, "root"),
            word(3, "c", 2, "middle"));
    assertThat(ConlluParser.load(new ConlluSettings(file)).parse(sentence("ab", "c")))
        .isEqualTo(new DependencyTree(new int[] {-1, 0}, List.of("root", "middle")));
  }

  @Test
  void readsAllFilesOfADirectory() {
    writeTrees();
    assertThat(
            ConlluParser.load(new ConlluSettings(directory)).parse(sentence("Bean", "flew")).size())
        .isEqualTo(2);
  }

  @Test
  void namesTheSentenceThatHasNoTree() {
    assertThatThrownBy(() -> parser().parse(sentence("Bean", "walked")))
        .isInstanceOf(UnknownSentenceException.class)
        .hasMessageContaining("'Bean walked' (2 words, characters 0 to 11 of its document)")
        .hasMessageContaining("trees.conllu");
  }

  @Test
  void namesTheFileThatIsMissing() {
    ConlluSettings settings = new ConlluSettings(directory.resolve("none.conllu"));
    assertThatThrownBy(() -> ConlluParser.load(settings))
        .hasMessageContaining("parser.conllu.file")
        .hasMessageContaining("none.conllu");
  }

  @Test
  void asksForAFileWhereNoneIsSet() {
    assertThatThrownBy(() -> ConlluParser.load(new ConlluSettings(Path.of(""))))
        .hasMessageContaining("parser.conllu.file: is not set");
  }

  private ConlluParser parser() {
    return ConlluParser.load(new ConlluSettings(writeTrees()));
  }

  private Path writeTrees() {
    return ConlluFiles.write(
        directory,
        word(1, "Bean", 2, "nsubj"),
        word(2, "flew", 0, "root"),
        "",
        word(1, "They", 4, "nsubj"),
        "2-3 don't _ _ _ _ _ _ _ _",
        word(2, "do", 4, "aux"),
        word(3, "n't", 4, "advmod"),
        word(4, "fly", 0, "root"));
  }

  private static Sentence sentence(String... words) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      tokens.add(new Token(word, new CharacterSpan(at, at + word.length()), Token.NO_TAG));
      at += word.length() + 1;
    }
    return new Sentence(new CharacterSpan(0, at - 1), tokens);
  }
}
