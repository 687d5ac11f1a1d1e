package org.relunet.pipeline.output;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.relunet.common.directories.Directories;

/**
 * Where a run keeps what is not yet the user's. On a cluster every worker must see it.
 *
 * @param location absolute path
 */
public record WorkDirectory(String location) implements Serializable {
  /** A new one, hidden, inside an existing directory. */
  public static WorkDirectory createIn(Path parent) throws IOException {
    Path path = parent.toAbsolutePath().resolve(".relunet-" + UUID.randomUUID());
    WorkDirectory directory = new WorkDirectory(path.toString());
    try {
      Files.createDirectory(path);
    } catch (IOException e) {
      // permissions do not say all: a full or read-only file system shows only now
      throw new OutputException("cannot write in '" + parent + "': " + e);
    }
    Files.createDirectory(directory.spool());
    Files.createDirectory(directory.parts());
    Files.createDirectory(directory.assembled());
    return directory;
  }

  private Path path() {
    return Path.of(location);
  }

  /** Copies of input that can be read only once. */
  public Path spool() {
    return path().resolve("spool");
  }

  /** What workers wrote. */
  Path parts() {
    return path().resolve("parts");
  }

  /** Results in the order of the input, {@code part-00000}, {@code part-00001}, ... */
  Path assembled() {
    return path().resolve("assembled");
  }

  /** Dead letters in the order of the input. */
  Path deadLetters() {
    return path().resolve("dead-letters");
  }

  /** What was counted; its presence says that all is assembled. */
  Path counts() {
    return path().resolve("counts");
  }

  /** Removes it and all in it. */
  public void delete() {
    try {
      Directories.deleteAll(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
