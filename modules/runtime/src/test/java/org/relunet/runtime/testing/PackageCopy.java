package org.relunet.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestCheck;
import org.relunet.model.store.manifest.ManifestFile;

/** Packages that tests may change. */
public final class PackageCopy {
  /** The values of the network, in a package. */
  public static final String VALUES = "saved_model/variables/variables.data-00000-of-00001";

  private PackageCopy() {}

  /**
   * Copies {@link TinyModel}'s package.
   *
   * @param directory to be made
   */
  public static Path of(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(TinyModel.directory())) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(TinyModel.directory().relativize(file).toString()));
      }
    }
    return directory;
  }

  /** Makes a package of changed content whole again, as another version. */
  public static void seal(Path model) throws IOException {
    Manifest manifest = ManifestFile.read(model);
    Files.delete(model.resolve(Manifest.FILE_NAME));
    ManifestCheck.seal(model, manifest.modelName(), manifest.encoderBase());
  }

  /** The same, with a signature beside the new manifest. */
  public static void reseal(Path model, byte[] signature) throws IOException {
    Files.delete(model.resolve(Manifest.SIGNATURE_FILE_NAME));
    seal(model);
    Files.write(model.resolve(Manifest.SIGNATURE_FILE_NAME), signature);
  }

  /** Changes a bit of the network's values. */
  public static void damage(Path model) throws IOException {
    byte[] values = Files.readAllBytes(model.resolve(VALUES));
    values[values.length / 2] ^= 1;
    Files.write(model.resolve(VALUES), values);
  }
}
