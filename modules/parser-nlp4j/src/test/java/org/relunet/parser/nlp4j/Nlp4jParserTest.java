package org.relunet.parser.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;

import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

final class Nlp4jParserTest {
  private static final List<NLPComponent<NLPNode>> MODELS = EnglishModels.load();
  private static final List<String> WORDS =
      List.of("The", "astronaut", "was", "born", "in", "Texas", ".");

  @Test
  void findsTheVerbAndWhatDependsOnIt() {
    DependencyTree tree = parser(500).parse(sentence(WORDS));
    assertThat(tree.head(3)).isEqualTo(DependencyTree.ROOT);
    assertThat(tree.head(0)).isEqualTo(1);
    assertThat(tree.head(1)).isEqualTo(3);
    assertThat(tree.label(1)).isEqualTo("nsubjpass");
  }

  @Test
  void parsesALongSentenceInPiecesAndJoinsTheirTrees() {
    List<String> twice = new ArrayList<>(WORDS);
    twice.addAll(WORDS);
    DependencyTree tree = parser(WORDS.size()).parse(sentence(twice));
    assertThat(tree.head(3)).isEqualTo(DependencyTree.ROOT);
    assertThat(tree.head(8)).isEqualTo(10);
    assertThat(tree.head(10)).isEqualTo(3);
    assertThat(tree.label(10)).isEqualTo("parataxis");
  }

  private static Nlp4jParser parser(int maximumWords) {
    return new Nlp4jParser(MODELS, maximumWords);
  }

  private static Sentence sentence(List<String> words) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      tokens.add(new Token(word, new CharacterSpan(at, at + word.length()), Token.NO_TAG));
      at += word.length() + 1;
    }
    return new Sentence(new CharacterSpan(0, at - 1), tokens);
  }
}
