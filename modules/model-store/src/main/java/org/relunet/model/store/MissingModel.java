package org.relunet.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.relunet.model.store.manifest.ModelPackageException;

/** What to say about a location at which there is no model. */
public final class MissingModel {
  private static final String REMEDY =
      "Name an existing one with --model, or train one with `relunet train --config <file> --output"
          + " <directory>`.";

  private MissingModel() {}

  public static ModelPackageException missing(Path location) {
    String problem =
        Files.exists(location) ? "it is not a directory" : "there is no such directory";
    return new ModelPackageException(
        location,
        List.of(problem),
        REMEDY + NearestName.question(name(location), siblings(location)));
  }

  public static ModelPackageException neitherPackageNorRegistry(Path location) {
    return new ModelPackageException(
        location,
        List.of(
            "the directory has neither manifest.json (a model package) nor versions/ (a model"
                + " registry)"),
        REMEDY + " A path inside a package is not a model; give the package's own directory.");
  }

  private static String name(Path location) {
    return location.getFileName() == null ? "" : location.getFileName().toString();
  }

  private static List<String> siblings(Path location) {
    Path parent = location.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).map(MissingModel::name).toList();
    } catch (IOException e) {
      // A suggestion is a courtesy; the message it belongs to must not be lost for it.
      return List.of();
    }
  }
}
