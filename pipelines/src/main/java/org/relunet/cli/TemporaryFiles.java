package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.relunet.common.claim.OwnedDirectory;

/** What this program and its libraries write to the temporary directory. */
final class TemporaryFiles {
  private static final String PLACE = "java.io.tmpdir";

  private TemporaryFiles() {}

  /**
   * Gives the process a temporary directory of its own, which only its user may read and which goes
   * with it: libraries, Flink among them, leave files there that all may read. To be called before
   * anything has made a temporary file.
   */
  static void keepTogether() {
    OwnedDirectory directory;
    try {
      directory = OwnedDirectory.createIn(Path.of(System.getProperty(PLACE)));
    } catch (IOException e) {
      // a command that needs no temporary file works; any other tells of the directory itself
      return;
    }
    try {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(directory::closeQuietly, "relunet-temporary-files"));
    } catch (IllegalStateException e) {
      // the process is being ended already
      directory.closeQuietly();
      throw e;
    }
    System.setProperty(PLACE, directory.path().toString());
  }
}
