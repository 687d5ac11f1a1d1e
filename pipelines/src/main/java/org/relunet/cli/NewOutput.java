package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.relunet.pipeline.output.OutputException;

/** Whether what a command is to write can be made, asked before the work is done. */
final class NewOutput {
  private NewOutput() {}

  /**
   * @throws OutputException if the directory cannot be made
   */
  static void requireDirectory(Path directory) {
    requirePlace(directory, directory.toAbsolutePath().normalize());
  }

  /**
   * @param read the files that the command reads, which must not be overwritten
   * @throws OutputException if the file cannot be written
   */
  static void requireFile(Path file, List<Path> read) throws IOException {
    if (Files.isDirectory(file)) {
      throw new OutputException("'" + file + "' is a directory: name a file");
    }
    for (Path other : read) {
      if (Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other)) {
        throw new OutputException("'" + file + "' is both input and output: name another output");
      }
    }
    requirePlace(file, file.toAbsolutePath().normalize().getParent());
  }

  /** Directories that are missing will be made, in the nearest one that exists. */
  private static void requirePlace(Path output, Path directory) {
    Path existing = directory;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new OutputException("cannot write '" + output + "': '" + existing + "' is a file");
    }
    if (!Files.isWritable(existing)) {
      throw new OutputException(
          "cannot write '" + output + "': check the permissions of '" + existing + "'");
    }
  }
}
