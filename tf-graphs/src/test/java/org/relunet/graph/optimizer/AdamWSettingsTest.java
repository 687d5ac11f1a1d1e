package org.relunet.graph.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdamWSettingsTest {
  @Test
  void hasTheUsualDecaysOfMomentsAndNoAverage() {
    assertThat(new AdamWSettings(0.01, 1))
        .isEqualTo(new AdamWSettings(0.01, 1, 0, 1, 0.9, 0.999, 1e-8));
  }

  @Test
  void namesTheKeyThatIsOutOfRange() {
    assertThatThrownBy(() -> new AdamWSettings(-1, 1)).hasMessageContaining("weight-decay");
    assertThatThrownBy(() -> new AdamWSettings(0, Double.NaN))
        .hasMessageContaining("gradient-clip");
    assertThatThrownBy(() -> new AdamWSettings(0, 1, 1, 1)).hasMessageContaining("average-decay");
    assertThatThrownBy(() -> new AdamWSettings(0, 1, 0, 0)).hasMessageContaining("layer-decay");
    assertThatThrownBy(() -> new AdamWSettings(0, 1, 0, 1, 0.9, 0.99, 0))
        .hasMessageContaining("epsilon");
  }
}
