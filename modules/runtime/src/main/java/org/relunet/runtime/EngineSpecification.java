package org.relunet.runtime;

import java.io.Serializable;
import java.util.List;

/**
 * Names an engine, so that any process can load it: what a job ships in place of the engine itself.
 *
 * @param modelLocation path of a model package, or of a model registry; name of a bundled model;
 *     empty: the bundled model that is the default
 * @param configurationFiles paths of files that lie over the model's own configuration, in order
 * @param overrides {@code key=value} settings that lie over all files
 */
public record EngineSpecification(
    String modelLocation, List<String> configurationFiles, List<String> overrides)
    implements Serializable {
  public EngineSpecification {
    configurationFiles = List.copyOf(configurationFiles);
    overrides = List.copyOf(overrides);
  }

  /** The same configuration for the model of another location. */
  public EngineSpecification at(String otherLocation) {
    return new EngineSpecification(otherLocation, configurationFiles, overrides);
  }
}
