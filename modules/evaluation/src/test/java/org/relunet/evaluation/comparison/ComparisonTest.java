package org.relunet.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Score;

class ComparisonTest {
  private static final TextTriple OLD = new TextTriple("Ann", "knows", "Bob");
  private static final TextTriple NEW = new TextTriple("Eve", "knows", "Kim");
  private static final TextTriple WRONG = new TextTriple("Eve", "knows", "Bob");

  @Test
  void whatTheTrainingHasIsCountedApart() {
    SeenScores scores =
        SeenScores.of(
            List.of(new EvaluatedText("1", List.of(OLD, NEW), List.of(OLD, WRONG))),
            MatchRule.EXACT,
            List.of(OLD));

    assertThat(scores.seen()).isEqualTo(new Score(1, 1, 1));
    assertThat(scores.unseen()).isEqualTo(new Score(1, 1, 0));
  }

  @Test
  void systemsThatFindTheSameDoNotDiffer() {
    List<EvaluatedText> texts = texts(40, 10);

    PairedBootstrap same = PairedBootstrap.of(texts, texts, MatchRule.EXACT, 1);

    assertThat(same).isEqualTo(new PairedBootstrap(0, 0, 0, 1));
  }

  @Test
  void theIntervalHoldsTheDifferenceAndNarrowsWithMoreTexts() {
    PairedBootstrap few = PairedBootstrap.of(texts(40, 10), texts(40, 20), MatchRule.EXACT, 1);
    PairedBootstrap many = PairedBootstrap.of(texts(400, 100), texts(400, 200), MatchRule.EXACT, 1);

    // recall 3/4 against 1/2 at precision 1: F1 6/7 against 2/3
    assertThat(few.difference()).isEqualTo(6.0 / 7 - 2.0 / 3, within(1e-9));
    assertThat(few.low()).isPositive().isLessThan(few.difference());
    assertThat(few.high()).isGreaterThan(few.difference());
    assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
    assertThat(many.notBetter()).isZero();
  }

  @Test
  void otherTextsAreNotCompared() {
    assertThatThrownBy(() -> PairedBootstrap.of(texts(3, 1), texts(4, 1), MatchRule.EXACT, 1))
        .hasMessageContaining("the same texts");
  }

  /** So many texts of one triple, of which some are missed. */
  private static List<EvaluatedText> texts(int number, int missed) {
    List<EvaluatedText> texts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      texts.add(new EvaluatedText("" + i, List.of(OLD), i < missed ? List.of() : List.of(OLD)));
    }
    return texts;
  }
}
