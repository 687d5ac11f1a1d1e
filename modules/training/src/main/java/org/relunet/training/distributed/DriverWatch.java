package org.relunet.training.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Sees whether the driver lives by whether its file changes, by this machine's clock alone. */
final class DriverWatch {
  private final Path heartbeat;
  private final long patienceNanos;
  private String seen = "";
  private long since = Long.MIN_VALUE;

  DriverWatch(Path heartbeat, long patienceNanos) {
    this.heartbeat = heartbeat;
    this.patienceNanos = patienceNanos;
  }

  /**
   * @param now as {@link System#nanoTime()}
   */
  boolean isGone(long now) throws IOException {
    String present;
    try {
      present = Files.readString(heartbeat);
    } catch (NoSuchFileException e) {
      present = "";
    }
    if (since == Long.MIN_VALUE || !present.equals(seen)) {
      seen = present;
      since = now;
    }
    return now - since > patienceNanos;
  }
}
