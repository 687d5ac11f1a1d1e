package org.relunet.training;

import org.relunet.config.ConfigurationSchema;
import org.relunet.config.SectionContributor;

/** Declares the sections {@code data}, {@code training} and {@code distillation}. */
public final class TrainingSections implements SectionContributor {
  /** Name of the section of {@link DataSettings}. */
  public static final String DATA = "data";

  /** Name of the section of {@link TrainingSettings}. */
  public static final String TRAINING = "training";

  /** Name of the section of {@link DistillationSettings}. */
  public static final String DISTILLATION = "distillation";

  @Override
  public void contribute(ConfigurationSchema.Builder schema) {
    schema
        .section(DATA, "Training: annotated texts.", DataSettings.class)
        .section(TRAINING, "Training: the course of it.", TrainingSettings.class)
        .section(
            DISTILLATION, "Training: learning from another model.", DistillationSettings.class);
  }
}
