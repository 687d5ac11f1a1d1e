package org.relunet.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.tagging.SoftTagLoss;

class TrainingSettingsTest {
  private static TrainingSettings settings(String... overrides) {
    return new TinyTraining(Path.of("."))
        .configuration(List.of(overrides))
        .section(TrainingSections.TRAINING, TrainingSettings.class);
  }

  @Test
  void theOptimizerIsToldWhatTheKeysSay() {
    assertThat(
            settings(
                    "training.weight-decay=0.2",
                    "training.gradient-clip=3",
                    "training.average-decay=0.5",
                    "training.layer-decay=0.7")
                .optimizer())
        .isEqualTo(new AdamWSettings(0.2, 3, 0.5, 0.7));
    assertThat(settings().optimizer().layerDecay()).isEqualTo(1);
  }

  private static SoftTagLoss taught(String... overrides) {
    return new TinyTraining(Path.of("."))
        .configuration(List.of(overrides))
        .section(TrainingSections.DISTILLATION, DistillationSettings.class)
        .loss();
  }

  @Test
  void somebodyTeachesOnlyWhereNamed() {
    assertThat(taught("distillation.weight=2", "distillation.temperature=3"))
        .isEqualTo(SoftTagLoss.NONE);
    assertThat(
            taught(
                "distillation.teachers=[x]", "distillation.weight=2", "distillation.temperature=3"))
        .isEqualTo(new SoftTagLoss(2, 3));
  }
}
