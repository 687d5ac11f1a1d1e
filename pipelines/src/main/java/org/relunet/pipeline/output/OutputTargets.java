package org.relunet.pipeline.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relunet.pipeline.result.ResultFormat;

/** Understands what the user named as output, before any work is done. */
public final class OutputTargets {
  /** Names standard output. */
  public static final String STANDARD_OUTPUT = "-";

  private final OutputStream standardOutput;

  public OutputTargets(OutputStream standardOutput) {
    this.standardOutput = standardOutput;
  }

  /**
   * @param name {@code -}, a file, or a directory: one that exists, or a name that ends in a slash
   * @throws OutputException if it cannot be written
   */
  public OutputTarget target(String name, ResultFormat format) throws IOException {
    if (name.equals(STANDARD_OUTPUT)) {
      return new StreamOutput(() -> standardOutput);
    }
    if (name.isBlank()) {
      throw new OutputException("an output needs a name; an unset variable, perhaps?");
    }
    Path path = resolved(Path.of(name));
    if (Files.isDirectory(path) || name.endsWith("/")) {
      return directory(path, format);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // a device or a pipe cannot be replaced, only written to
      return new StreamOutput(() -> Files.newOutputStream(path));
    }
    return new FileOutput(writable(path));
  }

  /**
   * The file, links resolved, after a check that it can be written.
   *
   * @throws OutputException if it cannot
   */
  public static Path writable(Path file) throws IOException {
    Path path = resolved(file);
    if (Files.isDirectory(path)) {
      throw new OutputException("'" + path + "' is a directory: name a file");
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new OutputException("'" + path + "' may not be written: check its permissions");
    }
    if (!Files.exists(path) || Files.isRegularFile(path)) {
      requireWritableDirectory(path.getParent(), path);
    }
    return path;
  }

  /**
   * Links resolved, also those above what does not exist yet. A pipe behind a descriptor has no
   * path but the link.
   */
  private static Path resolved(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    if (Files.isRegularFile(path) || Files.isDirectory(path)) {
      return path.toRealPath();
    }
    Path parent = path.getParent();
    return parent != null && Files.isDirectory(parent)
        ? parent.toRealPath().resolve(path.getFileName())
        : path;
  }

  private static DirectoryOutput directory(Path path, ResultFormat format) throws IOException {
    requireWritableDirectory(Files.exists(path) ? path : path.getParent(), path);
    return DirectoryOutput.in(path, format);
  }

  private static void requireWritableDirectory(Path directory, Path output) {
    if (!Files.exists(directory)) {
      throw new OutputException(
          "cannot write '" + output + "': directory '" + directory + "' does not exist; create it");
    }
    if (!Files.isDirectory(directory)) {
      throw new OutputException(
          "cannot write '" + output + "': '" + directory + "' is not a directory");
    }
    if (!Files.isWritable(directory)) {
      throw new OutputException(
          "cannot write '" + output + "': check the permissions of '" + directory + "'");
    }
  }
}
