package org.relunet.retraining;

import org.relunet.config.ConfigurationSchema;
import org.relunet.config.SectionContributor;

/** Declares the section {@code retrain}. */
public final class RetrainSection implements SectionContributor {
  /** Name of the section of {@link RetrainSettings}. */
  public static final String RETRAIN = "retrain";

  @Override
  public void contribute(ConfigurationSchema.Builder schema) {
    schema.section(RETRAIN, "Retraining: corrections, registry and gate.", RetrainSettings.class);
  }
}
