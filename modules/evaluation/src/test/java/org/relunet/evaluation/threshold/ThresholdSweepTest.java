package org.relunet.evaluation.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.Score;

class ThresholdSweepTest {
  private static final TextTriple RIGHT = new TextTriple("a", "r", "b");
  private static final TextTriple ALSO_RIGHT = new TextTriple("a", "s", "b");
  private static final TextTriple WRONG = new TextTriple("c", "r", "d");

  private static final List<ConfidentText> TEXTS =
      List.of(
          new ConfidentText(
              List.of(RIGHT, ALSO_RIGHT),
              List.of(
                  new ConfidentTriple(RIGHT, 0.9),
                  new ConfidentTriple(RIGHT, 0.2),
                  new ConfidentTriple(ALSO_RIGHT, 0.5),
                  new ConfidentTriple(WRONG, 0.4))));

  @Test
  void keepsWhatReachesTheThreshold() {
    assertThat(ThresholdSweep.scores(TEXTS, MatchRule.EXACT, 0.1, 0.5, 0.6, 0.95))
        .containsExactly(
            new ThresholdScore(0.1, new Score(2, 3, 2)),
            new ThresholdScore(0.5, new Score(2, 2, 2)),
            new ThresholdScore(0.6, new Score(2, 1, 1)),
            new ThresholdScore(0.95, new Score(2, 0, 0)));
  }

  @Test
  void theBestHasTheHighestF1AndThenTheHighestThreshold() {
    assertThat(
            ThresholdSweep.best(ThresholdSweep.scores(TEXTS, MatchRule.EXACT, 0.5, 0.45, 0.1, 0.6)))
        .isEqualTo(new ThresholdScore(0.5, new Score(2, 2, 2)));
    assertThatThrownBy(() -> ThresholdSweep.best(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thresholdsBeginAtTheLeastConfidenceThatWasPredicted() {
    assertThat(ThresholdSweep.thresholds(0)).startsWith(0, 0.1).endsWith(0.995, 0.999);
    assertThat(ThresholdSweep.thresholds(0.9)).startsWith(0.9, 0.92);
    assertThat(ThresholdSweep.thresholds(1)).containsExactly(1);
  }
}
