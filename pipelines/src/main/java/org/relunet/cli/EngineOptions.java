package org.relunet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.engine.EngineSelector;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.runtime.EngineSpecification;
import picocli.CommandLine.Option;

/** The options that say which model runs and how; mixed into commands that need an engine. */
final class EngineOptions {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package; default: the one that ships with RelU-Net.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; may be given again, later files win.")
  private List<Path> configurations = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the configuration, e.g. --set parser.plugin=malt.")
  private List<String> overrides = new ArrayList<>();

  EngineSpecification specification() {
    return ModelEngines.specification(model, configurations, overrides);
  }

  EngineProvider provider(EngineSelector engines) {
    return engines.select(model, configurations, overrides);
  }

  /**
   * An engine that follows its model's location.
   *
   * @param checkMillis between two looks at it
   */
  LiveEngineProvider live(long checkMillis) {
    return ModelEngines.live(specification(), checkMillis);
  }
}
