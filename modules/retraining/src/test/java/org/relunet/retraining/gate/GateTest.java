package org.relunet.retraining.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.retraining.RetrainSettings;

class GateTest {
  private static final Gate GATE = new Gate(settings(), MatchRule.EXACT);

  private static RetrainSettings settings() {
    return new RetrainSettings(
        "", "", "champion", "candidate", "", List.of(), "", "", 0.2, 1, 1, 0.5, 1, 10, 20, 0.9, 10);
  }

  /** Texts with a triple each, of which the first are found and the others not. */
  private static List<EvaluatedText> texts(String relation, int texts, int found) {
    return IntStream.range(0, texts)
        .mapToObj(
            i -> {
              List<TextTriple> gold = List.of(new TextTriple("s" + i, relation, "o" + i));
              return new EvaluatedText(
                  relation + i,
                  gold,
                  i < found ? gold : List.of(new TextTriple("s" + i, relation, "wrong")));
            })
        .toList();
  }

  private static HoldOut holdOut(String relation, int texts, int before, int now) {
    return new HoldOut(texts(relation, texts, before), texts(relation, texts, now));
  }

  private static boolean passes(HoldOut old, HoldOut corrected) {
    return GATE.checks(old, corrected).stream().allMatch(GateCheck::passed);
  }

  private static List<String> notMet(HoldOut old, HoldOut corrected) {
    return GATE.checks(old, corrected).stream()
        .filter(check -> !check.passed())
        .map(GateCheck::finding)
        .toList();
  }

  @Test
  void aGainOnTheCorrectionsWithoutALossOnTheOldTextsPasses() {
    assertThat(passes(holdOut("r", 100, 90, 90), holdOut("r", 40, 10, 35))).isTrue();
  }

  @Test
  void noGainOnTheCorrectionsDoesNot() {
    assertThat(notMet(holdOut("r", 100, 90, 95), holdOut("r", 40, 30, 30)))
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "F1 on the corrections set aside (40 texts): 75.0 before, 75.0 now, +0.0 points");
  }

  @Test
  void aGainThatMayBeChanceDoesNot() {
    assertThat(notMet(holdOut("r", 100, 90, 90), holdOut("r", 40, 30, 31)))
        .singleElement()
        .asString()
        .startsWith("better in ")
        .endsWith("90 % are asked");
  }

  @Test
  void aLossOnTheOldTextsDoesNot() {
    assertThat(notMet(holdOut("r", 100, 90, 88), holdOut("r", 40, 10, 35)))
        .containsExactly(
            "F1 on data.dev (100 texts): 90.0 before, 88.0 now, -2.0 points; a loss of 1.0 is"
                + " allowed");
  }

  @Test
  void aRelationThatFallsDoesNotThoughAllTogetherGain() {
    List<EvaluatedText> before = new ArrayList<>(texts("r", 100, 50));
    List<EvaluatedText> now = new ArrayList<>(texts("r", 100, 95));
    before.addAll(texts("rare", 20, 20));
    now.addAll(texts("rare", 20, 10));
    HoldOut old = new HoldOut(before, now);

    assertThat(notMet(old, HoldOut.NONE))
        .containsExactly(
            "F1 of the relation 'rare' (20 triples): 100.0 before, 50.0 now; a loss of 10.0 is"
                + " allowed");
  }

  @Test
  void withFewCorrectionsTheOldTextsDecide() {
    assertThat(passes(holdOut("r", 100, 70, 90), holdOut("r", 5, 5, 5))).isTrue();
    assertThat(notMet(holdOut("r", 100, 90, 90), holdOut("r", 5, 0, 5))).isNotEmpty();
  }

  @Test
  void withoutTextsThereIsNothingToCompareOn() {
    assertThat(notMet(HoldOut.NONE, HoldOut.NONE))
        .containsExactly(
            "there is nothing to compare the models on: no data.dev, and 0 corrections set aside"
                + " where 10 are needed");
  }
}
