package org.relunet.config.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relunet.config.problem.ConfigurationException;

class FlatTextTest {
  @Test
  void valuesStandUnderTheirFullKeys() {
    assertThat(FlatText.of("a", "training:\n  epochs: 3\n  steps: [1, 2]\nmy: {x: '4'}\n"))
        .containsEntry("training.epochs", "3")
        .containsEntry("training.steps", "[1, 2]")
        .containsEntry("my.x", "4")
        .hasSize(3);
  }

  @Test
  void whatIsNotYamlIsNamed() {
    assertThatThrownBy(() -> FlatText.of("the model", "a: [1"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the model:");
  }
}
