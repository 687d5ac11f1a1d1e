package org.relunet.pipeline.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptions;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.registry.AliasChange;
import org.relunet.model.store.registry.AliasState;
import org.relunet.model.store.registry.ConditionalCreate;
import org.relunet.model.store.registry.PackageFiles;
import org.relunet.model.store.registry.RegistryName;
import org.relunet.model.store.registry.RegistryStorage;

/**
 * A registry on object storage, with the paths that it has in a directory. A version is there once
 * its manifest is, which is written last.
 */
final class ObjectStorage implements RegistryStorage {
  static final String VERSIONS = "versions/";
  private static final String PUBLICATIONS = "publications/";

  private final ObjectFiles files;
  private final ObjectAliases aliases;
  private final ObjectCache cache;

  ObjectStorage(
      String root, PipelineOptions options, Optional<ConditionalCreate> creator, Path cache) {
    files = new ObjectFiles(root, options);
    aliases = new ObjectAliases(files, creator);
    this.cache = new ObjectCache(files, cache);
  }

  @Override
  public boolean exists() throws IOException {
    return !versions().isEmpty();
  }

  @Override
  public List<String> versions() throws IOException {
    TreeSet<String> versions = new TreeSet<>();
    for (ObjectFiles.Found found : files.find(VERSIONS + "*/" + Manifest.FILE_NAME)) {
      versions.add(found.path().split("/")[1]);
    }
    return versions.stream().filter(RegistryName::isAllowed).toList();
  }

  @Override
  public boolean contains(String version) throws IOException {
    return files.find(List.of(manifest(version))).isPresent();
  }

  @Override
  public Path directory(String version) throws IOException {
    return cache.get(version);
  }

  @Override
  public boolean forget(String version) throws IOException {
    return cache.forget(version);
  }

  @Override
  public byte[] file(String version, String path) throws IOException {
    return files.read(VERSIONS + version + "/" + path);
  }

  @Override
  public Instant arrived(String version) throws IOException {
    return files
        .find(List.of(manifest(version)))
        .map(ObjectFiles.Found::written)
        .orElse(Instant.MAX);
  }

  @Override
  public Optional<String> publication(String version) throws IOException {
    return contains(version)
        ? files
            .readIfThere(publicationPath(version))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public void add(ModelPackage model, String publication) throws IOException {
    if (contains(model.version())) {
      return;
    }
    for (String path : PackageFiles.of(model)) {
      if (path.equals(Manifest.FILE_NAME)) {
        byte[] text = publication.getBytes(StandardCharsets.UTF_8);
        files.write(publicationPath(model.version()), new ByteArrayInputStream(text));
      }
      try (InputStream content = Files.newInputStream(model.directory().resolve(path))) {
        files.write(VERSIONS + model.version() + "/" + path, content);
      }
    }
  }

  @Override
  public boolean removeUnlessNamed(String version) throws IOException {
    for (String alias : aliases.names()) {
      if (aliases.state(alias).version().equals(Optional.of(version))) {
        return false;
      }
    }
    files.delete(List.of(manifest(version)));
    files.delete(paths(VERSIONS + version + "/**"));
    files.delete(List.of(publicationPath(version)));
    return true;
  }

  @Override
  public List<String> unfinished(Instant before, boolean remove) throws IOException {
    TreeMap<String, Instant> last = new TreeMap<>();
    for (ObjectFiles.Found found : files.find(VERSIONS + "**")) {
      last.merge(
          found.path().split("/")[1],
          found.written(),
          (one, other) -> one.isAfter(other) ? one : other);
    }
    versions().forEach(last::remove);
    List<String> unfinished = new ArrayList<>();
    for (String version : last.keySet()) {
      if (last.get(version).isBefore(before)) {
        unfinished.add(files.address(VERSIONS + version));
        if (remove) {
          files.delete(paths(VERSIONS + version + "/**"));
        }
      }
    }
    return unfinished;
  }

  private List<String> paths(String glob) throws IOException {
    return files.find(glob).stream().map(ObjectFiles.Found::path).toList();
  }

  @Override
  public List<String> aliases() throws IOException {
    return aliases.names();
  }

  @Override
  public AliasState alias(String alias) throws IOException {
    return aliases.state(alias);
  }

  @Override
  public boolean change(String alias, AliasState seen, AliasChange change) throws IOException {
    return contains(change.to()) && aliases.change(alias, seen, change);
  }

  private static String manifest(String version) {
    return VERSIONS + version + "/" + Manifest.FILE_NAME;
  }

  private static String publicationPath(String version) {
    return PUBLICATIONS + version + ".json";
  }

  @Override
  public String toString() {
    return files.toString();
  }
}
