package org.relunet.pipeline.job;

import java.io.IOException;
import java.nio.file.Path;
import org.relunet.common.claim.OwnedDirectory;
import org.relunet.pipeline.output.OutputException;
import org.relunet.pipeline.output.WorkDirectory;

/** Removes a run's work directory however the run ends, an interrupt from the keyboard included. */
final class WorkDirectoryOwner implements AutoCloseable {
  private final OwnedDirectory owned;
  private final WorkDirectory directory;
  private final Thread atExit;

  WorkDirectoryOwner(Path parent) throws IOException {
    try {
      owned = OwnedDirectory.createIn(parent);
    } catch (IOException e) {
      // permissions do not say all: a full or read-only file system shows only now
      throw new OutputException("cannot write in '" + parent + "': " + e);
    }
    atExit = new Thread(owned::closeQuietly, "relunet-clean-up");
    Runtime.getRuntime().addShutdownHook(atExit);
    directory = WorkDirectory.in(owned.path());
  }

  WorkDirectory directory() {
    return directory;
  }

  @Override
  public void close() {
    owned.closeQuietly();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the process is ending: the hook finds nothing left to do
      return;
    }
  }
}
