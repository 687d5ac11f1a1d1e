package org.relunet.graph.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.graph.optimizer.LearningRateSchedule.Decay;

class LearningRateScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "LINEAR, 0, 0.25",
    "LINEAR, 3, 1",
    "LINEAR, 4, 1",
    "LINEAR, 8, 0.5",
    "LINEAR, 11, 0.125",
    "LINEAR, 12, 0",
    "LINEAR, 99, 0",
    "COSINE, 1, 0.5",
    "COSINE, 4, 1",
    "COSINE, 6, 0.8535533906",
    "COSINE, 8, 0.5",
    "COSINE, 10, 0.1464466094",
    "COSINE, 12, 0",
    "CONSTANT, 2, 0.75",
    "CONSTANT, 4, 1",
    "CONSTANT, 11, 1"
  })
  void risesInFourStepsAndFallsInEight(Decay decay, long step, double factor) {
    assertThat(new LearningRateSchedule(12, 4, decay).factor(step)).isEqualTo(factor, within(1e-9));
  }

  @Test
  void startsAtThePeakWithoutWarmup() {
    assertThat(new LearningRateSchedule(10, 0, Decay.LINEAR).factor(0)).isEqualTo(1);
  }

  @Test
  void onlyRisesWhereAllIsWarmup() {
    LearningRateSchedule schedule = new LearningRateSchedule(4, 4, Decay.LINEAR);
    assertThat(schedule.factor(3)).isEqualTo(1);
    assertThat(schedule.factor(4)).isZero();
  }

  @Test
  void refusesWarmupLongerThanTheTraining() {
    assertThatThrownBy(() -> new LearningRateSchedule(10, 11, Decay.LINEAR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a training of 10 steps cannot have a warm-up of 11");
  }
}
