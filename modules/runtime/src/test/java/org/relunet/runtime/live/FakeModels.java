package org.relunet.runtime.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestCheck;
import org.relunet.model.store.registry.ModelAddress;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

/**
 * A model store whose packages have one file and a manifest, and a loader of them: one that says
 * what went wrong, and what was asked of it.
 */
final class FakeModels implements Function<EngineSpecification, TripleEngine> {
  private static final String CONTENT = "content.txt";

  private final Path root;
  private final List<EngineSpecification> asked = new CopyOnWriteArrayList<>();
  private final List<FakeEngine> loaded = new CopyOnWriteArrayList<>();

  FakeModels(Path root) {
    this.root = root;
  }

  /** The engine of the directory; fails if its content is "bad". */
  @Override
  public TripleEngine apply(EngineSpecification specification) {
    asked.add(specification);
    String version = "default";
    if (!specification.modelLocation().isEmpty()) {
      Path directory = Path.of(specification.modelLocation());
      version = ManifestCheck.verify(directory).modelVersion();
      if (read(directory).startsWith("bad")) {
        throw new IllegalStateException(version + " is bad");
      }
    }
    FakeEngine engine = new FakeEngine(version);
    loaded.add(engine);
    return engine;
  }

  private static String read(Path directory) {
    try {
      return Files.readString(directory.resolve(CONTENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a package of this content, which the alias does not name yet; gives its version. */
  String publish(String content) throws IOException {
    Path staging = write(root.resolve("staging"), content);
    String version = ManifestCheck.verify(staging).modelVersion();
    Files.createDirectories(root.resolve("versions"));
    Files.move(staging, directory(version));
    return version;
  }

  /** Writes a package somewhere. */
  static Path write(Path directory, String content) throws IOException {
    Files.createDirectories(directory);
    Files.deleteIfExists(directory.resolve(Manifest.FILE_NAME));
    Files.writeString(directory.resolve(CONTENT), content);
    ManifestCheck.seal(directory, "fake", Optional.empty());
    return directory;
  }

  /** Publishes a package, and has the alias name it. */
  String release(String content) throws IOException {
    String version = publish(content);
    name(version);
    return version;
  }

  void name(String version) throws IOException {
    ModelRegistry registry = ModelRegistry.at(root.toString());
    registry.promote(
        ModelAddress.DEFAULT_ALIAS, registry.alias(ModelAddress.DEFAULT_ALIAS), version, "test");
  }

  Path directory(String version) {
    return root.resolve("versions").resolve(version);
  }

  Path alias() {
    return root.resolve("aliases").resolve(ModelAddress.DEFAULT_ALIAS);
  }

  /** Puts a package in the place of another, as the writer of packages does. */
  static void replace(Path directory, String content) throws IOException {
    Path next = write(directory.resolveSibling("next"), content);
    delete(directory);
    Files.move(next, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  EngineSpecification specification(Path... configurationFiles) {
    return new EngineSpecification(
        root.toString(), Stream.of(configurationFiles).map(Path::toString).toList(), List.of());
  }

  /** Every request, in order, also those that failed. */
  List<EngineSpecification> asked() {
    return asked;
  }

  /** Engines in the order of their loading. */
  List<FakeEngine> loaded() {
    return loaded;
  }

  /** Watches this store. */
  ModelWatcher watcher(Path... configurationFiles) {
    return watcher(specification(configurationFiles), this);
  }

  static ModelWatcher watcher(
      EngineSpecification specification, Function<EngineSpecification, TripleEngine> loader) {
    return new ModelWatcher(specification, new ModelTrial(loader));
  }

  static EngineSpecification at(Path location) {
    return new EngineSpecification(location.toString(), List.of(), List.of());
  }

  static String versionOfABatch(ModelWatcher watcher) {
    try (EngineLease batch = watcher.current().lease()) {
      List<Extraction> extractions =
          batch.engine().extract(List.of(new Document("x", "A batch of one.")));
      return extractions.get(0).modelVersion();
    }
  }

  static LiveStatus status(ModelWatcher watcher) {
    return watcher.journal().status();
  }
}
