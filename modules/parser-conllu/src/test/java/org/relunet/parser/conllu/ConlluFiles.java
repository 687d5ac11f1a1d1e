package org.relunet.parser.conllu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small CoNLL-U files; columns are given separated by spaces. */
final class ConlluFiles {
  private ConlluFiles() {}

  static Path write(Path directory, String... lines) {
    try {
      Path file = directory.resolve("trees.conllu");
      Files.writeString(file, String.join("\n", lines).replace(' ', '\t') + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String word(int id, String form, int head, String relation) {
    return id + " " + form + " _ NOUN _ _ " + head + " " + relation + " _ _";
  }
}
