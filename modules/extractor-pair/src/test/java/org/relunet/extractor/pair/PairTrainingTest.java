package org.relunet.extractor.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordEntity;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.relunet.graph.testing.GraphRun;

/**
 * Words of width 1 that are all 0: every span has logit s, every pair logit r of its first relation
 * and 2r of the second, where the loss can be counted by hand.
 */
class PairTrainingTest {
  private static final TokenSpan FIRST = new TokenSpan(0, 1);
  private static final TokenSpan SECOND = new TokenSpan(2, 2);

  /** Two triples of the same pair, and one of an entity with itself. */
  private static final List<WordTriple> GOLD =
      List.of(
          new WordTriple(FIRST, 0, SECOND),
          new WordTriple(FIRST, 1, SECOND),
          new WordTriple(SECOND, 1, SECOND));

  private static final List<String> TYPES = List.of("place", "person");

  private static double loss(int candidates, float[][] mask, List<List<WordTriple>> gold) {
    return labelled(candidates, mask, gold.stream().map(SentenceLabels::of).toList());
  }

  private static double labelled(int candidates, float[][] mask, List<SentenceLabels> gold) {
    return labelled(candidates, mask, gold, List.of());
  }

  private static double labelled(
      int candidates, float[][] mask, List<SentenceLabels> gold, List<String> types) {
    try (GraphRun run = GraphRun.training()) {
      PairTraining training =
          new PairTraining(
              run.context(),
              new PairSettings(
                  0.5,
                  0.2,
                  candidates,
                  Spans.ANY,
                  1,
                  2,
                  0,
                  0,
                  Loss.CROSS_ENTROPY,
                  true,
                  16,
                  types,
                  1),
              2,
              ExtractorInput.of(
                  run.nodes(new float[mask.length][mask[0].length][1]), run.mask(mask)),
              TagLoss.PLAIN,
              SoftTagLoss.NONE);
      run.feeding(feeds -> training.feedLabels(gold, mask[0].length, feeds));
      run.set("span.borders.bias", 1, 1).set("pair.relations.bias", 3, 6);
      run.set(
          "pair.features.kernel",
          new float[2 * (Distances.CLASSES + 16 + (types.isEmpty() ? 0 : 2 * (types.size() + 1)))]);
      int vector = 2 + 16 + Distances.LENGTHS;
      run.set("pair.subject.kernel", new float[2 * vector]);
      run.set("pair.object.kernel", new float[2 * vector]);
      if (!types.isEmpty()) {
        run.set("pair.types.kernel", new float[3 * vector]);
        run.set("pair.types.bias", 0, 0, 2);
      }
      return run.scalar(training.loss());
    }
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  private static double spans(int all, int gold) {
    return all * softplus(2) - gold * 2;
  }

  private static double pairs(int all) {
    return all * (softplus(3) + softplus(6));
  }

  @Test
  void countsEverySpanAndEveryRelationOfEveryPairOfCandidates() {
    double right = 3 + 6 + 6;
    assertThat(loss(3, new float[][] {{1, 1, 1}}, List.of(GOLD)))
        .isCloseTo(spans(6, 2) + pairs(9) - right, within(1e-3));
  }

  @Test
  void allGoldEntitiesAreCandidatesEvenWhereTheyAreMoreThanCandidatesAre() {
    List<WordTriple> many = new ArrayList<>();
    for (int word = 0; word < 3; word++) {
      many.add(new WordTriple(new TokenSpan(word, word), 0, new TokenSpan(word, word)));
    }
    assertThat(loss(1, new float[][] {{1, 1, 1}}, List.of(many)))
        .isCloseTo(spans(6, 3) + pairs(9) - 9, within(1e-3));
  }

  @Test
  void candidatesAreNeverMoreThanTheSpansOfTheSentence() {
    assertThat(loss(64, new float[][] {{1, 1, 0}}, List.of(List.of())))
        .isCloseTo(spans(3, 0) + pairs(9), within(1e-3));
  }

  @Test
  void isTheMeanOverTheSentencesWhateverTheirPadding() {
    double first = loss(2, new float[][] {{1, 1, 1}}, List.of(GOLD));
    double second = loss(2, new float[][] {{1, 1}}, List.of(List.of()));
    assertThat(loss(2, new float[][] {{1, 1, 1}, {1, 1, 0}}, List.of(GOLD, List.of())))
        .isCloseTo((first + second) / 2, within(1e-3));
  }

  private static SentenceLabels annotated(Integer... relations) {
    return new SentenceLabels(GOLD, Optional.empty(), Optional.of(Set.of(relations)));
  }

  @Test
  void aRelationThatIsNotAnnotatedCountsItsListedTriplesOnly() {
    float[][] mask = {{1, 1, 1}};
    double spans = 2 * softplus(-2); // that another is no entity is not known
    double first = 9 * softplus(3) - 3;
    double second = 2 * softplus(-6);
    assertThat(labelled(3, mask, List.of(annotated(0))))
        .isCloseTo(spans + first + second, within(1e-3));
    assertThat(labelled(3, mask, List.of(annotated())))
        .isCloseTo(spans + softplus(-3) + second, within(1e-3));
  }

  @Test
  void listedEntitiesAreAllThereAreWhateverRelationsAreAnnotated() {
    float[][] mask = {{1, 1, 1}};
    List<WordEntity> entities =
        List.of(new WordEntity(FIRST, ""), new WordEntity(new TokenSpan(1, 1), ""));
    SentenceLabels none =
        new SentenceLabels(List.of(), Optional.of(entities), Optional.of(Set.of()));
    assertThat(labelled(3, mask, List.of(none))).isCloseTo(spans(6, 2), within(1e-3));
    SentenceLabels whole = new SentenceLabels(GOLD, Optional.of(entities), Optional.empty());
    assertThat(labelled(3, mask, List.of(whole)))
        .isCloseTo(spans(6, 3) + pairs(9) - 15, within(1e-3));
  }

  @Test
  void aCandidateIsOfAKnownTypeOrNoEntity() {
    float[][] mask = {{1, 1, 1}};
    // of 3 candidates: a place, a person, and one of a type that the model does not have
    List<WordEntity> entities =
        List.of(
            new WordEntity(FIRST, "place"),
            new WordEntity(SECOND, "person"),
            new WordEntity(new TokenSpan(0, 0), "animal"));
    SentenceLabels typed = new SentenceLabels(GOLD, Optional.of(entities), Optional.empty());
    double all = Math.log(2 + Math.exp(2)); // of types with logits 0, 0 and 2
    assertThat(labelled(3, mask, List.of(typed), TYPES))
        .isCloseTo(spans(6, 3) + pairs(9) - 15 + all + (all - 2), within(1e-3));
    // of 4 candidates the last is no entity
    assertThat(labelled(4, mask, List.of(typed), TYPES))
        .isCloseTo(spans(6, 3) + pairs(16) - 15 + all + (all - 2) + all, within(1e-3));
  }

  @Test
  void aRepeatedTripleCountsOnce() {
    List<WordTriple> repeated = List.of(GOLD.get(0), GOLD.get(0), GOLD.get(1), GOLD.get(2));
    assertThat(loss(3, new float[][] {{1, 1, 1}}, List.of(repeated)))
        .isCloseTo(loss(3, new float[][] {{1, 1, 1}}, List.of(GOLD)), within(1e-4));
  }

  @Test
  void refusesATripleOutsideTheSentenceOrTheSchema() {
    float[][] mask = {{1, 1}};
    assertThatThrownBy(() -> loss(2, mask, List.of(GOLD)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentence 0")
        .hasMessageContaining("2 words");
    assertThatThrownBy(() -> loss(2, mask, List.of(List.of(new WordTriple(FIRST, 2, FIRST)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("relation=2");
  }

  @Test
  void whereEntitiesAreOneWordALongerOneIsRefused() {
    try (GraphRun run = GraphRun.training()) {
      PairTraining training =
          new PairTraining(
              run.context(),
              new PairSettings(
                  0.5,
                  0.2,
                  2,
                  Spans.ONE_WORD,
                  1,
                  2,
                  0,
                  0,
                  Loss.CROSS_ENTROPY,
                  true,
                  16,
                  List.of(),
                  1),
              2,
              ExtractorInput.of(run.nodes(new float[1][3][1]), run.mask(new float[][] {{1, 1, 1}})),
              TagLoss.PLAIN,
              SoftTagLoss.NONE);
      run.feeding(feeds -> training.feedLabels(List.of(SentenceLabels.of(GOLD)), 3, feeds));
      assertThatThrownBy(() -> run.scalar(training.loss()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("one-word")
          .hasMessageContaining("any");
    }
  }
}
