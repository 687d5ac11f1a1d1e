package org.relunet.runtime.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.relunet.model.store.ModelStore;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.runtime.EngineSpecification;

/**
 * The package that a location means at a moment: another one, or one that was replaced, has another
 * pin.
 *
 * @param specification names the package itself, in place of the location that led to it
 * @param state of its manifest: time and size, and the file's own identity where the system tells
 *     it
 */
record ModelPin(EngineSpecification specification, String state) {
  /**
   * What the location of a specification means now. Reads attributes only.
   *
   * @throws org.relunet.model.store.manifest.ModelPackageException if it leads to no package
   */
  static ModelPin of(EngineSpecification asked) {
    if (asked.modelLocation().isEmpty()) {
      // the default model is a part of the program
      return new ModelPin(asked, "");
    }
    Path directory = ModelStore.resolve(Path.of(asked.modelLocation()));
    try {
      BasicFileAttributes manifest =
          Files.readAttributes(directory.resolve(Manifest.FILE_NAME), BasicFileAttributes.class);
      return new ModelPin(
          new EngineSpecification(
              directory.toString(), asked.configurationFiles(), asked.overrides()),
          manifest.lastModifiedTime() + " " + manifest.size() + " " + manifest.fileKey());
    } catch (IOException e) {
      throw new UncheckedIOException("the model in " + directory + " cannot be read", e);
    }
  }
}
