package org.relunet.runtime.live;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestFile;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.registry.ModelAddress;
import org.relunet.runtime.BundledModels;
import org.relunet.runtime.EngineSpecification;

/**
 * What a location led to at a look. Equal to another one if nothing has changed between the two;
 * looking reads no file's content but an alias'.
 *
 * @param directory path of the package, links followed; empty: a bundled model
 * @param files those of the package and the job's configuration files
 */
record ModelSighting(String directory, Map<Path, FileState> files) {
  /** What is seen of a bundled model, and where there is none. */
  static final ModelSighting NOTHING = new ModelSighting("", Map.of());

  /**
   * A file as its directory describes it.
   *
   * @param identity of the file that has the name, as text; files that take its place have others
   */
  record FileState(FileTime modified, long bytes, String identity) {
    static FileState of(BasicFileAttributes attributes) {
      return new FileState(
          attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
    }
  }

  /**
   * @throws ModelPackageException if the location leads to no package
   * @throws IOException if the package can't be looked at, or vanishes just now
   */
  static ModelSighting of(EngineSpecification specification) throws IOException {
    if (BundledModels.at(specification.modelLocation()).isPresent()) {
      return NOTHING;
    }
    Path directory = ModelAddress.resolve(Path.of(specification.modelLocation())).toRealPath();
    Map<Path, FileState> files = new HashMap<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, FileState.of(attributes));
            return FileVisitResult.CONTINUE;
          }
        });
    for (String name : specification.configurationFiles()) {
      Path file = Path.of(name);
      try {
        files.put(file, FileState.of(Files.readAttributes(file, BasicFileAttributes.class)));
      } catch (NoSuchFileException e) {
        // that it is not there is a state as well, and for the loader to complain of
        files.remove(file);
      }
    }
    return new ModelSighting(directory.toString(), Map.copyOf(files));
  }

  /** Whether there is a manifest, whatever it says. */
  boolean hasManifest() {
    return files.containsKey(Path.of(directory, Manifest.FILE_NAME));
  }

  /** The version that the manifest states now; empty where it can't be read. */
  Optional<String> version() {
    try {
      return Optional.of(ManifestFile.read(Path.of(directory)).modelVersion());
    } catch (ModelPackageException e) {
      // the loader says what is wrong with it
      return Optional.empty();
    }
  }
}
