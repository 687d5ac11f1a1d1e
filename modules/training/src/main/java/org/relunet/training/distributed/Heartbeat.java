package org.relunet.training.distributed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.relunet.common.replacement.Replacement;

/** Shows the workers that the driver lives, so that none waits for one that was killed. */
final class Heartbeat implements AutoCloseable {
  private static final int SECONDS_BETWEEN = 5;

  private final Path file;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "relunet-heartbeat");
            made.setDaemon(true);
            return made;
          });
  private long beats;

  Heartbeat(Path file) throws IOException {
    this.file = file;
    beat();
    timer.scheduleWithFixedDelay(
        this::tryToBeat, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  private void beat() throws IOException {
    Replacement.writePrivate(file, Long.toString(beats++));
  }

  private void tryToBeat() {
    try {
      beat();
    } catch (IOException e) {
      return; // the workers are patient; what can't be written shows where it is needed
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
