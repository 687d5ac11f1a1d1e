package org.relunet.cli;

import java.io.IOException;
import org.relunet.model.store.registry.ModelRegistry;
import picocli.CommandLine.Option;

/** Says which registry is meant; mixed into the commands about one. */
final class RegistryOption {
  @Option(
      names = "--registry",
      paramLabel = "DIR",
      required = true,
      description = "Where the registry is: a directory, or an address such as s3://bucket/models.")
  private String location;

  /** The registry, which may still have to be made. */
  ModelRegistry any() {
    return ModelRegistry.at(location);
  }

  /**
   * @throws IllegalArgumentException if nothing was ever published there
   */
  ModelRegistry existing() throws IOException {
    return existing(location);
  }

  /**
   * @throws IllegalArgumentException if nothing was ever published there
   */
  static ModelRegistry existing(String location) throws IOException {
    ModelRegistry registry = ModelRegistry.at(location);
    if (!registry.exists()) {
      throw new IllegalArgumentException(
          "there is no model registry at "
              + location
              + "; `relunet model publish` makes one with its first model");
    }
    return registry;
  }
}
