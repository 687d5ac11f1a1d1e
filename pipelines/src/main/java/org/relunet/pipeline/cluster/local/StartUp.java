package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relunet.pipeline.cluster.ClusterException;

/** Waits until servers that were started do what they are there for. */
final class StartUp {
  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final int MILLIS_BETWEEN_LOOKS = 200;

  private final ClusterDirectory directory;

  StartUp(ClusterDirectory directory) {
    this.directory = directory;
  }

  /**
   * @throws ClusterException if one ends, or is not ready in time
   */
  void waitFor(List<RunningServer> servers) throws IOException {
    Readiness readiness = new Readiness(ClusterAddresses.of(directory.addresses()));
    List<RunningServer> waiting = new ArrayList<>(servers);
    Instant deadline = Instant.now().plus(LIMIT);
    while (true) {
      requireAlive(servers);
      waiting.removeIf(readiness::of);
      if (waiting.isEmpty()) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new ClusterException(
            "the cluster's %s is not up after %d s: see the logs in %s"
                .formatted(waiting.get(0).name(), LIMIT.toSeconds(), directory.path()));
      }
      pause();
    }
  }

  private void requireAlive(List<RunningServer> servers) {
    for (RunningServer server : servers) {
      if (!server.isAlive()) {
        throw new ClusterException(
            "the cluster's " + server.name() + " ended: see " + directory.log(server.name()));
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while the cluster starts", e);
    }
  }
}
