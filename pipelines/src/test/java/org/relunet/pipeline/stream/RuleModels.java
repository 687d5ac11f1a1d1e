package org.relunet.pipeline.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.lease.SharedEngines;
import org.relunet.runtime.live.LiveEngine;
import org.relunet.runtime.live.LiveEngines;

/**
 * A store whose models are rules under the name of their version; one named corrupt does not load.
 */
record RuleModels(String store) implements LiveEngineProvider {
  private static final SharedEngines<String, LiveEngine> SHARED =
      new SharedEngines<>(
          store ->
              LiveEngines.load(
                  new EngineSpecification(store, List.of(), List.of()), 50, RuleModels::load));

  @Override
  public Lease<LiveEngine> lease() {
    return SHARED.lease(store);
  }

  private static TripleEngine load(EngineSpecification specification) {
    String version = Path.of(specification.modelLocation()).getFileName().toString();
    if (version.equals("corrupt")) {
      throw new IllegalStateException("the model is corrupt");
    }
    return new RuleEngine(version);
  }

  /** Makes a version if there is none, and the current one. */
  void publish(String version) {
    try {
      Path directory = Path.of(store, "versions", version);
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("manifest.json"), version);
      Path alias = Path.of(store, "aliases", "current");
      Files.createDirectories(alias.getParent());
      Path next = Files.writeString(alias.resolveSibling(".next"), version);
      Files.move(next, alias, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
