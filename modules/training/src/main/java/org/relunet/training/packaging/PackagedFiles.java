package org.relunet.training.packaging;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relunet.config.Configuration;

/**
 * The files that a model's configuration names, such as a tagger of one's own: copied into its
 * package, which may name no others. What is large stays where it is, such as the encoder that a
 * training began with: who uses the model says where it lies.
 */
final class PackagedFiles {
  private static final String DIRECTORY = "files";
  private static final long MOST_BYTES = 64L << 20;

  private PackagedFiles() {}

  /**
   * Copies them, and gives the configuration that names the copies.
   *
   * @param sections of the configuration that the package will have
   * @param root of the package
   */
  static Configuration copied(Configuration configuration, Collection<String> sections, Path root)
      throws IOException {
    List<String> assignments = new ArrayList<>();
    for (Map.Entry<String, Object> named : configuration.files(sections).entrySet()) {
      if (named.getValue() instanceof Path) {
        continue; // data, such as a treebank, which must not go out with a model
      }
      Path file = Path.of(named.getValue().toString()).toAbsolutePath().normalize();
      List<Path> files = regularFiles(file);
      if (!files.isEmpty() && bytes(files) <= MOST_BYTES) {
        String name = DIRECTORY + "/" + named.getKey() + "/" + plain(file.getFileName());
        for (Path each : files) {
          Path copy = root.resolve(name).resolve(file.relativize(each).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(each, each.equals(file) ? root.resolve(name) : copy);
        }
        assignments.add(named.getKey() + "=" + name);
      }
    }
    return assignments.isEmpty() ? configuration : configuration.with(assignments);
  }

  /** The file, or those of the directory, as deep as plugins read: links are the user's own. */
  private static List<Path> regularFiles(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return Files.isRegularFile(file) ? List.of(file) : List.of();
    }
    try (Stream<Path> entries = Files.walk(file, 2, FileVisitOption.FOLLOW_LINKS)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** A name that a package and a command line may have. */
  private static String plain(Path name) {
    return name.toString().replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
