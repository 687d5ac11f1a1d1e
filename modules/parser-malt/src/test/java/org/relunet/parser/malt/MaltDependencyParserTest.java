package org.relunet.parser.malt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;

final class MaltDependencyParserTest {
  private static final String[] WORDS = {
    "The/DET", "astronaut/NOUN", "was/AUX", "born/VERB", "in/ADP", "Texas/PROPN", "./PUNCT"
  };

  @Test
  void findsSubjectAndPlaceInAPlainSentence() {
    DependencyTree tree = parser(1000).parse(Sentences.of(WORDS));
    assertThat(tree)
        .isEqualTo(
            new DependencyTree(
                new int[] {1, 3, 3, -1, 5, 3, 3},
                List.of("det", "nsubj:pass", "aux:pass", "root", "case", "obl", "punct")));
  }

  @Test
  void parsesALongSentenceInPiecesAndJoinsTheirTrees() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      words.addAll(List.of(WORDS));
    }
    Sentence sentence = Sentences.of(words.toArray(String[]::new));
    DependencyTree piece = parser(1000).parse(Sentences.of(WORDS));
    DependencyTree whole = parser(WORDS.length).parse(sentence);
    for (int word = 0; word < sentence.size(); word++) {
      int offset = word - word % WORDS.length;
      int head = piece.head(word % WORDS.length);
      if (head != DependencyTree.ROOT) {
        assertThat(whole.head(word)).isEqualTo(head + offset);
      } else {
        assertThat(whole.head(word)).isEqualTo(offset == 0 ? DependencyTree.ROOT : 3);
        assertThat(whole.label(word)).isEqualTo(offset == 0 ? "root" : "parataxis");
      }
    }
  }

  @Test
  void forgetsTheWordsOfEarlierSentences() {
    MaltDependencyParser parser = parser(1000);
    DependencyTree first = parser.parse(Sentences.of(WORDS));
    for (int i = 0; i < 200; i++) {
      parser.parse(Sentences.of("zyx" + i + "/NOUN", "qwv" + i + "/VERB"));
    }
    assertThat(parser.parse(Sentences.of(WORDS))).isEqualTo(first);
  }

  private static MaltDependencyParser parser(int maximumWords) {
    return MaltDependencyParser.load(new MaltSettings(MaltSettings.DEFAULT_MODEL, maximumWords));
  }
}
