package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relunet.graph.part.EncoderWork;

class EncoderWorkTest {
  /** Of a tiny BERT of two layers, for ten pieces. */
  @Test
  void countsTheMatrixProductsOfAllAndOfTheTrainedLayers() {
    EncoderWork all = work(FineTuning.FULL, 1);
    assertThat(all.trained()).isEqualTo(all.all()).isPositive();
    assertThat(all.trainingStep()).isEqualTo(3 * all.all());

    EncoderWork half = work(FineTuning.TOP_LAYERS, 1);
    assertThat(half.all()).isEqualTo(all.all());
    assertThat(half.trained()).isEqualTo(all.all() / 2);
    assertThat(half.trainingStep()).isEqualTo(2 * all.all());

    assertThat(work(FineTuning.FROZEN, 1).trained()).isZero();
  }

  private static EncoderWork work(FineTuning fineTuning, int topLayers) {
    return Fixtures.encoder(Fixtures.settings(Fixtures.TINY_BERT, fineTuning, topLayers)).work(10);
  }
}
