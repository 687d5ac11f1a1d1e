package org.relunet.graph.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.testing.GraphRun;

class GoldGraphInputsTest {
  private static final TokenSpan ALAN_BEAN = new TokenSpan(0, 1);
  private static final TokenSpan WHEELER = new TokenSpan(3, 3);
  private static final TokenSpan TEXAS = new TokenSpan(4, 4);

  private static List<SentenceLabels> labels(List<List<WordTriple>> gold) {
    return gold.stream().map(SentenceLabels::of).toList();
  }

  @Test
  void knowsNoMissingEdgeWhereTheAnnotationIsPartial() {
    SentenceLabels partial =
        new SentenceLabels(GOLD.get(0), Optional.empty(), Optional.of(Set.of(1)));
    try (GraphRun run = GraphRun.inference()) {
      GoldGraphInputs inputs = GoldGraphInputs.placeholders(run.tf());
      run.feeding(feeds -> inputs.feed(List.of(SentenceLabels.of(GOLD.get(0)), partial), 5, feeds));
      assertThat(run.values(run.tf().identity(inputs.edgesKnown()))).containsExactly(1, 0);
    }
  }

  /** Fetches one of the placeholders after feeding the triples. */
  private static float[][][] fed(boolean edges, int words, List<List<WordTriple>> gold) {
    try (GraphRun run = GraphRun.inference()) {
      GoldGraphInputs inputs = GoldGraphInputs.placeholders(run.tf());
      run.feeding(feeds -> inputs.feed(labels(gold), words, feeds));
      return run.cube(run.tf().identity(edges ? inputs.adjacency() : inputs.entityWords()));
    }
  }

  private static float[] counts(List<List<WordTriple>> gold) {
    try (GraphRun run = GraphRun.inference()) {
      GoldGraphInputs inputs = GoldGraphInputs.placeholders(run.tf());
      run.feeding(feeds -> inputs.feed(labels(gold), 5, feeds));
      return run.values(run.tf().identity(inputs.entityCounts()));
    }
  }

  private static final List<List<WordTriple>> GOLD =
      List.of(
          List.of(
              new WordTriple(ALAN_BEAN, 0, WHEELER),
              new WordTriple(WHEELER, 1, TEXAS),
              new WordTriple(WHEELER, 2, TEXAS)),
          List.of(),
          List.of(new WordTriple(TEXAS, 0, ALAN_BEAN)));

  @Test
  void countsTheDistinctEntitiesOfEachSentence() {
    assertThat(counts(GOLD)).containsExactly(3, 0, 2);
  }

  @Test
  void averagesTheWordsOfEachEntity() {
    assertThat(fed(false, 5, GOLD))
        .isDeepEqualTo(
            new float[][][] {
              {{0.5f, 0.5f, 0, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}},
              new float[3][5],
              {{0, 0, 0, 0, 1}, {0.5f, 0.5f, 0, 0, 0}, {0, 0, 0, 0, 0}}
            });
  }

  @Test
  void joinsTheEntitiesOfATripleBothWays() {
    assertThat(fed(true, 5, GOLD))
        .isDeepEqualTo(
            new float[][][] {
              {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}}, new float[3][3], {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}}
            });
  }

  @Test
  void tellsOverlappingEntitiesApart() {
    List<List<WordTriple>> gold =
        List.of(List.of(new WordTriple(ALAN_BEAN, 0, new TokenSpan(1, 1))));
    assertThat(counts(gold)).containsExactly(2);
  }

  @Test
  void takesATripleOfAnEntityWithItself() {
    List<List<WordTriple>> gold = List.of(List.of(new WordTriple(TEXAS, 0, TEXAS)));
    assertThat(counts(gold)).containsExactly(1);
    assertThat(fed(true, 5, gold)).isDeepEqualTo(new float[][][] {{{1}}});
  }

  @Test
  void takesABatchWithoutAnyTriple() {
    assertThat(fed(false, 5, List.of(List.of(), List.of()))).isDeepEqualTo(new float[2][1][5]);
    assertThat(counts(List.of(List.of(), List.of()))).containsExactly(0, 0);
  }

  @Test
  void refusesAnEntityOutsideItsSentence() {
    try (GraphRun run = GraphRun.inference();
        Feeds feeds = new Feeds()) {
      GoldGraphInputs inputs = GoldGraphInputs.placeholders(run.tf());
      assertThatThrownBy(() -> inputs.feed(labels(GOLD), 4, feeds))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("sentence 0")
          .hasMessageContaining("word 4")
          .hasMessageContaining("4 words");
    }
  }
}
