package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.Manifest;

/** The files that a package consists of. */
public final class PackageFiles {
  private PackageFiles() {}

  /**
   * Paths in the package, the manifest last: who finds it finds the others as well. A signature is
   * among them.
   */
  public static List<String> of(ModelPackage model) {
    List<String> paths = new ArrayList<>();
    model.manifest().files().forEach(file -> paths.add(file.path()));
    if (Files.isRegularFile(
        model.directory().resolve(Manifest.SIGNATURE_FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
      paths.add(Manifest.SIGNATURE_FILE_NAME);
    }
    paths.add(Manifest.FILE_NAME);
    return paths;
  }

  static void copy(ModelPackage model, Path target) throws IOException {
    for (String path : of(model)) {
      Path copy = target.resolve(path);
      Files.createDirectories(copy.getParent());
      Files.copy(model.directory().resolve(path), copy, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
