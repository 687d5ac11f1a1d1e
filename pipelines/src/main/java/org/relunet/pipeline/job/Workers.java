package org.relunet.pipeline.job;

import java.util.Optional;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.ClusterOverview;

/** How many workers a job gets if the user does not say: as many as there is room for. */
public final class Workers {
  /** More of them in one process gain little: TensorFlow uses several threads itself. */
  private static final int MOST_IN_THIS_PROCESS = 4;

  private Workers() {}

  public static int inThisProcess() {
    return Math.min(MOST_IN_THIS_PROCESS, Runtime.getRuntime().availableProcessors());
  }

  /**
   * @throws ClusterException if the cluster has no free slot
   */
  public static int on(ClusterOverview cluster) {
    if (cluster.freeSlots() > 0) {
      return cluster.freeSlots();
    }
    throw new ClusterException(
        cluster.slots() == 0
            ? "the Flink cluster at "
                + cluster.master()
                + " has no slots: start a TaskManager, or name --parallelism if it starts them"
                + " itself"
            : "all %d slots of the Flink cluster at %s are taken: wait, or name --parallelism to queue"
                .formatted(cluster.slots(), cluster.master()));
  }

  /**
   * A job without end waits in vain for slots that others have.
   *
   * @throws ClusterException if a cluster that has slots has not so many free ones
   */
  public static void requireFree(int asked, ClusterOverview cluster) {
    if (cluster.slots() > 0 && asked > cluster.freeSlots()) {
      throw new ClusterException(
          "--parallelism %d: the Flink cluster at %s has %d free slots of %d"
              .formatted(asked, cluster.master(), cluster.freeSlots(), cluster.slots()));
    }
  }

  /**
   * What to tell a user who asks for more workers than there are slots. No refusal: some clusters
   * start TaskManagers when a job waits, and only Flink knows.
   */
  public static Optional<String> shortage(int asked, ClusterOverview cluster) {
    if (asked <= cluster.slots()) {
      return Optional.empty();
    }
    return Optional.of(
        "%d workers are asked for, but the Flink cluster at %s has %d slots: unless it gets more, the job waits, and then fails"
            .formatted(asked, cluster.master(), cluster.slots()));
  }
}
