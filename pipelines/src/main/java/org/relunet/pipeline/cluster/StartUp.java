package org.relunet.pipeline.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits until a cluster that was started can run jobs. */
final class StartUp {
  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final int MILLIS_BETWEEN_LOOKS = 200;

  private final LocalCluster cluster;
  private final ClusterDirectory directory;

  StartUp(LocalCluster cluster, ClusterDirectory directory) {
    this.cluster = cluster;
    this.directory = directory;
  }

  /**
   * @throws ClusterException if a server ends, or the slots are not there in time
   */
  ClusterOverview waitForSlots(int slots) throws IOException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(deadline)) {
      ClusterStatus status = cluster.status();
      requireAllAlive(status);
      Optional<ClusterOverview> whole =
          status.overview().filter(overview -> overview.slots() == slots);
      if (whole.isPresent()) {
        return whole.get();
      }
      pause();
    }
    throw new ClusterException(
        "the cluster is not up after %d s: see the logs in %s"
            .formatted(LIMIT.toSeconds(), directory.path()));
  }

  private void requireAllAlive(ClusterStatus status) {
    for (RunningServer server : status.servers()) {
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
