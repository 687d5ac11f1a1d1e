package org.relunet.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreTest {
  @Test
  void ratiosFollowFromTheCounts() {
    Score score = new Score(8, 5, 4);

    assertThat(score.precision()).isEqualTo(0.8);
    assertThat(score.recall()).isEqualTo(0.5);
    // 2 * 0.8 * 0.5 / 1.3
    assertThat(score.f1()).isCloseTo(0.615384615, within(1e-9));
  }

  @Test
  void ratiosOfNothingAreZero() {
    assertThat(new Score(0, 0, 0))
        .extracting(Score::precision, Score::recall, Score::f1)
        .containsExactly(0.0, 0.0, 0.0);
    assertThat(new Score(3, 0, 0))
        .extracting(Score::precision, Score::recall, Score::f1)
        .containsExactly(0.0, 0.0, 0.0);
    assertThat(new Score(0, 3, 0))
        .extracting(Score::precision, Score::recall, Score::f1)
        .containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void countsMustBePossible() {
    assertThatThrownBy(() -> new Score(1, 5, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Score(5, 1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
