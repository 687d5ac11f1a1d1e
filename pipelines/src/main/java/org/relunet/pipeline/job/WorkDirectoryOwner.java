package org.relunet.pipeline.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relunet.pipeline.output.WorkDirectory;

/** Removes a run's work directory however the run ends, an interrupt from the keyboard included. */
final class WorkDirectoryOwner implements AutoCloseable {
  private final WorkDirectory directory;
  private final Thread atExit;

  WorkDirectoryOwner(Path parent) throws IOException {
    directory = WorkDirectory.createIn(parent);
    atExit = new Thread(this::delete, "relunet-clean-up");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  WorkDirectory directory() {
    return directory;
  }

  private void delete() {
    if (Files.exists(Path.of(directory.location()))) {
      try {
        directory.delete();
      } catch (UncheckedIOException e) {
        // a worker may still be writing into it; what remains is hidden and named after the program
        return;
      }
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the process is ending: the hook finds nothing left to do
      return;
    }
  }
}
