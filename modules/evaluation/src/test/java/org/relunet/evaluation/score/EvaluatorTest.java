package org.relunet.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.overlap.OverlapClass;
import org.relunet.corpus.overlap.OverlapConvention;
import org.relunet.evaluation.match.MatchRule;

class EvaluatorTest {
  /** "a r b, c s d" */
  private static List<TextTriple> triples(String listed) {
    return listed.isEmpty()
        ? List.of()
        : List.of(listed.split(", ")).stream()
            .map(t -> t.split(" "))
            .map(t -> new TextTriple(t[0], t[1], t[2]))
            .toList();
  }

  private static EvaluatedText text(String gold, String predicted) {
    return new EvaluatedText("t", triples(gold), triples(predicted));
  }

  private static Evaluation evaluate(EvaluatedText... texts) {
    return Evaluation.of(List.of(texts), MatchRule.EXACT);
  }

  @Test
  void countsOverAllTextsTogether() {
    Evaluation evaluation =
        evaluate(
            text("a r b, a s c", "a r b"), text("d r e", "d r e, d r f, d s e"), text("g r h", ""));

    // gold 2 + 1 + 1, predicted 1 + 3 + 0, correct 1 + 1 + 0
    assertThat(evaluation.overall()).isEqualTo(new GroupScore(3, new Score(4, 4, 2)));
    assertThat(evaluation.withDistractors()).isEqualTo(evaluation.overall());
  }

  @Test
  void repetitionsCountOnce() {
    assertThat(evaluate(text("a r b, a r b", "a r b, a r b, c r d, c r d")).overall().score())
        .isEqualTo(new Score(1, 2, 1));
  }

  @Test
  void aTripleIsRightOnlyInItsOwnText() {
    assertThat(evaluate(text("a r b", "c r d"), text("c r d", "a r b")).overall().score())
        .isEqualTo(new Score(2, 2, 0));
  }

  @Test
  void triplesThatShareTheirLastWordsAreOnePartialTriple() {
    EvaluatedText text =
        new EvaluatedText(
            "t",
            List.of(new TextTriple("New York", "r", "USA"), new TextTriple("York", "r", "the USA")),
            List.of(new TextTriple("York", "r", "USA")));

    assertThat(Evaluation.of(List.of(text), MatchRule.PARTIAL).overall().score())
        .isEqualTo(new Score(1, 1, 1));
    assertThat(Evaluation.of(List.of(text), MatchRule.EXACT).overall().score())
        .isEqualTo(new Score(2, 1, 0));
  }

  @Test
  void aTextCountsInEachOfItsClasses() {
    Evaluation evaluation =
        evaluate(
            text("a r b, c r d", "a r b"),
            text("a r b, a s b", "a r b, a s b"),
            text("a r b, a r c", "x r y"),
            text("a r b, b s a, b r c", "a r b"),
            text("", "a r b"));

    assertThat(evaluation.byOverlap().get(OverlapConvention.DISTINCT))
        .containsEntry(OverlapClass.NORMAL, new GroupScore(1, new Score(2, 1, 1)))
        .containsEntry(OverlapClass.EPO, new GroupScore(2, new Score(5, 3, 3)))
        .containsEntry(OverlapClass.SEO, new GroupScore(2, new Score(5, 2, 1)));
    assertThat(evaluation.byOverlap().get(OverlapConvention.AS_PUBLISHED))
        .containsEntry(OverlapClass.EPO, new GroupScore(1, new Score(2, 2, 2)));
  }

  @Test
  void groupsTextsByDistinctTriples() {
    Evaluation evaluation =
        evaluate(
            text("", "a r b"),
            text("a r b, a r b", "a r b"),
            text("a r b, a s b", ""),
            text("a r b, a s b, a t b, a u b, a v b", "a v b"),
            text("a r b, a s b, a t b, a u b, a v b, a w b", "a v b, x y z"));

    assertThat(evaluation.byTripleCount())
        .containsEntry(TripleCountGroup.ZERO, new GroupScore(1, new Score(0, 1, 0)))
        .containsEntry(TripleCountGroup.ONE, new GroupScore(1, new Score(1, 1, 1)))
        .containsEntry(TripleCountGroup.TWO, new GroupScore(1, new Score(2, 0, 0)))
        .containsEntry(TripleCountGroup.THREE, GroupScore.NONE)
        .containsEntry(TripleCountGroup.FOUR, GroupScore.NONE)
        .containsEntry(TripleCountGroup.FIVE_AND_MORE, new GroupScore(2, new Score(11, 3, 2)));
  }

  @Test
  void scoresEachRelation() {
    Evaluation evaluation = evaluate(text("a r b, a s c", "a r b, a u b"), text("d r e", "d s e"));

    assertThat(evaluation.byRelation())
        .containsExactly(
            java.util.Map.entry("r", new Score(2, 1, 1)),
            java.util.Map.entry("s", new Score(1, 1, 0)),
            java.util.Map.entry("u", new Score(0, 1, 0)));
  }

  @Test
  void everyPredictionInADistractorIsWrong() {
    Evaluator evaluator = new Evaluator(MatchRule.EXACT);
    evaluator.add(text("a r b", "a r b"));
    evaluator.addDistractor(EvaluatedText.distractor("d1", triples("a r b, c r d, c r d")));
    evaluator.addDistractor(EvaluatedText.distractor("d2", List.of()));
    Evaluation evaluation = evaluator.evaluation();

    assertThat(evaluation.overall()).isEqualTo(new GroupScore(1, new Score(1, 1, 1)));
    assertThat(evaluation.withDistractors()).isEqualTo(new GroupScore(3, new Score(1, 3, 1)));
    assertThat(evaluation.distractors()).isEqualTo(new GroupScore(2, new Score(0, 2, 0)));
    assertThat(evaluation.distractorsWithPredictions()).isEqualTo(1);
    assertThat(evaluation.byRelation()).containsOnlyKeys("r");
  }

  @Test
  void aDistractorHasNoGoldTriples() {
    assertThatThrownBy(() -> new Evaluator(MatchRule.EXACT).addDistractor(text("a r b", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'t' has gold triples");
  }
}
