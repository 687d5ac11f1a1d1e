package org.relunet.runtime.trust;

import java.util.List;
import org.relunet.config.ForeignRules;
import org.relunet.runtime.configuration.RelunetSchema;

/**
 * What is read of the configuration in a package's provenance: how the model was trained. Files
 * that it names were the trainer's, and none is read: plugins are built from the package's own
 * configuration.
 */
public record TrainingRules() implements ForeignRules {
  private static final List<String> TRAINING = List.of("loss", "data", "training", "distillation");

  @Override
  public boolean takes(String section) {
    return TRAINING.contains(section) || RelunetSchema.MODEL_SECTIONS.contains(section);
  }

  @Override
  public String file(String key, String text) {
    return key.startsWith("data.") ? "" : text;
  }
}
