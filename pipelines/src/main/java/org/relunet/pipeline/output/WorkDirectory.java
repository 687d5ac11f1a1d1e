package org.relunet.pipeline.output;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.relunet.common.directories.PrivateFiles;

/**
 * Where a run keeps what is not yet the user's, for its own user alone: on a cluster every worker
 * must see it, and run as that user. Only what has been assembled has the rights of a result that
 * the user asked for, so that it can become one; the directory above it keeps it private so long.
 *
 * @param location absolute path
 */
public record WorkDirectory(String location) implements Serializable {
  /** Divides an empty directory of this process. */
  public static WorkDirectory in(Path owned) throws IOException {
    WorkDirectory directory = new WorkDirectory(owned.toAbsolutePath().toString());
    PrivateFiles.createDirectory(directory.spool());
    PrivateFiles.createDirectory(directory.parts());
    PrivateFiles.createDirectory(directory.assembled());
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
}
