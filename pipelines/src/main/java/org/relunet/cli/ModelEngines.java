package org.relunet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.engine.EngineSelector;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.runtime.BundledModels;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.Engines;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.live.LiveEngine;
import org.relunet.runtime.live.LiveEngines;

/** The engines of model packages. */
final class ModelEngines implements EngineSelector {
  /** Stands for the model that ships with RelU-Net. */
  private static final String DEFAULT_MODEL = "";

  /** As a path writes the beginning of {@code s3://bucket/models}. */
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/");

  @Override
  public EngineProvider select(
      Optional<Path> model, List<Path> configurations, List<String> overrides) {
    return new Specified(specification(model, configurations, overrides));
  }

  static EngineSpecification specification(
      Optional<Path> model, List<Path> configurations, List<String> overrides) {
    return new EngineSpecification(
        model.map(ModelEngines::location).orElse(DEFAULT_MODEL),
        configurations.stream().map(ModelEngines::absolute).toList(),
        overrides);
  }

  /** The engine of a specification that follows its model's location. */
  static LiveEngineProvider live(EngineSpecification specification, long checkMillis) {
    return new Live(specification, checkMillis);
  }

  /** A bundled model's name and an address of object storage stay what they are. */
  private static String location(Path model) {
    return model.getNameCount() == 1 && !Files.exists(model)
            || BundledModels.at(model.toString()).isPresent()
            || ADDRESS.matcher(model.toString()).lookingAt()
        ? model.toString()
        : absolute(model);
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
    public Lease<LiveEngine> lease() {
      return LiveEngines.lease(specification, checkMillis);
    }
  }
}
