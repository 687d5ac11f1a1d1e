package org.relunet.parser.conllu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a setting names. */
final class TreeFiles {
  private TreeFiles() {}

  /**
   * The file itself, or the directory's CoNLL-U files by name.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Path> in(Path fileOrDirectory) throws IOException {
    if (fileOrDirectory.toString().isEmpty()) {
      throw new IllegalArgumentException(
          "parser.conllu.file: is not set; name the CoNLL-U file that holds the trees");
    }
    if (Files.isRegularFile(fileOrDirectory)) {
      return List.of(fileOrDirectory);
    }
    if (!Files.isDirectory(fileOrDirectory)) {
      throw new IllegalArgumentException(
          "parser.conllu.file: there is no file or directory " + fileOrDirectory.toAbsolutePath());
    }
    try (Stream<Path> entries = Files.list(fileOrDirectory)) {
      List<Path> files =
          entries
              .filter(entry -> entry.toString().matches(".*\\.conllu(\\.gz)?"))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(
            "parser.conllu.file: the directory "
                + fileOrDirectory.toAbsolutePath()
                + " holds no file *.conllu or *.conllu.gz");
      }
      return files;
    }
  }
}
