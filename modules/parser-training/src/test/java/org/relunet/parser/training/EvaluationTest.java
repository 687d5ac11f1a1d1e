package org.relunet.parser.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.parser.conllu.ConlluWord;

final class EvaluationTest {
  private static final ConlluSentence GOLD =
      new ConlluSentence(
          1,
          List.of(
              new ConlluWord("Bean", "PROPN", 1, "nsubj"),
              new ConlluWord("flew", "VERB", -1, "root"),
              new ConlluWord("home", "ADV", 1, "advmod"),
              new ConlluWord(".", "PUNCT", 1, "punct")),
          List.of());

  @Test
  void countsRightTagsHeadsAndRelationsOverAllWords() {
    Scores scores =
        Evaluation.measure(
            List.of(GOLD),
            words -> new String[] {"PROPN", "VERB", "NOUN", "PUNCT"},
            sentence ->
                new DependencyTree(
                    new int[] {1, -1, 1, 2}, List.of("nsubj", "root", "obj", "punct")));
    assertThat(scores).isEqualTo(new Scores(4, 0.75, 0.75, 0.5));
  }

  @Test
  void givesTheParserThePredictedTags() {
    Evaluation.measure(
        List.of(GOLD),
        words -> new String[] {"A", "B", "C", "D"},
        sentence -> {
          assertThat(sentence.tokens())
              .extracting(token -> token.tag())
              .containsExactly("A", "B", "C", "D");
          return GOLD.tree();
        });
  }
}
