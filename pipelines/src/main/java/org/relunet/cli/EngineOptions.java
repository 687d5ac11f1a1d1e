package org.relunet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.setting.YamlText;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.engine.EngineSelector;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.runtime.EngineSpecification;
import picocli.CommandLine.Option;

/** The options that say which model runs and how; mixed into commands that need an engine. */
final class EngineOptions {
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Directory of a model package, registry or alias, or the name of a bundled model, which"
              + " `relunet model list` prints; default: the bundled one that it marks.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--model-sha256",
      paramLabel = "DIGEST",
      description = "SHA-256 that the manifest.json of the model must have; see docs/security.md.")
  private Optional<String> modelSha256 = Optional.empty();

  @Option(
      names = "--model-key",
      paramLabel = "FILE",
      description = "Public key (Ed25519, PEM) that the model must be signed with.")
  private Optional<Path> modelKey = Optional.empty();

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
    return ModelEngines.specification(model, configurations, allOverrides());
  }

  EngineProvider provider(EngineSelector engines) {
    return engines.select(model, configurations, allOverrides());
  }

  /** Options that keys of the configuration stand for as well go after all others. */
  private List<String> allOverrides() {
    List<String> all = new ArrayList<>(overrides);
    if (modelSha256.filter(String::isBlank).isPresent()) {
      // as of a variable that is not set: what was to be pinned must not go through
      throw new IllegalArgumentException("--model-sha256 is empty; give 64 hexadecimal digits");
    }
    if (modelKey.filter(file -> file.toString().isBlank()).isPresent()) {
      throw new IllegalArgumentException("--model-key is empty; name a file");
    }
    modelSha256.ifPresent(digest -> all.add("model.sha256=" + YamlText.quoted(digest)));
    modelKey
        .map(file -> file.toAbsolutePath().normalize().toString())
        .ifPresent(file -> all.add("model.key=" + YamlText.quoted(file)));
    return List.copyOf(all);
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
