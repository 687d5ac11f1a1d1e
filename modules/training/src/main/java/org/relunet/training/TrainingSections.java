package org.relunet.training;

import org.relunet.config.ConfigurationSchema;
import org.relunet.config.SectionContributor;

/** Declares the sections {@code data} and {@code training}. */
public final class TrainingSections implements SectionContributor {
  /** Name of the section of {@link DataSettings}. */
  public static final String DATA = "data";

  /** Name of the section of {@link TrainingSettings}. */
  public static final String TRAINING = "training";

  @Override
  public void contribute(ConfigurationSchema.Builder schema) {
    schema
        .section(DATA, "Training: annotated texts.", DataSettings.class)
        .section(TRAINING, "Training: the course of it.", TrainingSettings.class);
  }
}
