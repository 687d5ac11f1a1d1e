package org.relunet.pipeline.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Describes an engine by what the user named. Loads nothing. */
@FunctionalInterface
public interface EngineSelector {
  /**
   * @param model directory of a model package, empty for the default model
   * @param configurations configuration files, later ones win
   * @param overrides {@code key=value}, stronger than any file
   */
  EngineProvider select(Optional<Path> model, List<Path> configurations, List<String> overrides);
}
