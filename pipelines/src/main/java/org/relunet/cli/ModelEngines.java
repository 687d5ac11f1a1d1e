package org.relunet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.engine.EngineSelector;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.Engines;
import org.relunet.runtime.live.LiveEngineLease;

/** The engines of model packages. */
final class ModelEngines implements EngineSelector {
  /** Stands for the model that ships with RelU-Net. */
  private static final String DEFAULT_MODEL = "";

  @Override
  public EngineProvider select(
      Optional<Path> model, List<Path> configurations, List<String> overrides) {
    return new Specified(specification(model, configurations, overrides));
  }

  static EngineSpecification specification(
      Optional<Path> model, List<Path> configurations, List<String> overrides) {
    return new EngineSpecification(
        model.map(ModelEngines::absolute).orElse(DEFAULT_MODEL),
        configurations.stream().map(ModelEngines::absolute).toList(),
        overrides);
  }

  /** The engine of a specification that follows its model's location. */
  static LiveEngineProvider live(EngineSpecification specification, long checkMillis) {
    return new Live(specification, checkMillis);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private record Specified(EngineSpecification specification) implements EngineProvider {
    @Override
    public EngineLease lease() {
      return Engines.lease(specification);
    }
  }

  private record Live(EngineSpecification specification, long checkMillis)
      implements LiveEngineProvider {
    @Override
    public LiveEngineLease lease() {
      return Engines.live(specification, checkMillis);
    }
  }
}
