package org.relunet.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where results go. */
public sealed interface OutputTarget permits DirectoryOutput, FileOutput, StreamOutput {
  /**
   * An existing directory for the run's work directory, on the target's file system if it can be.
   */
  Path workParent();

  /** Whether results stay where the work directory is, and do not pass through this process. */
  boolean isOnFileSystem();

  /** A file of results that has grown to this size is followed by another. */
  long bytesPerFile();

  /** Where dead letters go if the user does not say. */
  Path defaultDeadLetters();

  /**
   * Makes the target ready to be written by one run.
   *
   * @return the file on which a run's claim to it is, if two runs could get into each other's way
   */
  Optional<Path> prepare() throws IOException;

  /**
   * Asked by the run that has the claim.
   *
   * @throws OutputException if it holds what would mix with the results
   */
  void requireFree() throws IOException;

  /** Removes what was made ready and is not used. */
  void abandon() throws IOException;

  /** Whether the target is the given file, or holds it. */
  boolean writes(Path file);

  /** Makes the files of results the user's, in their order. */
  void publish(List<Path> results) throws IOException;
}
