package org.relunet.training.distributed;

import java.io.IOException;
import java.util.List;

/** Starts workers somewhere. */
@FunctionalInterface
public interface WorkerLauncher {
  /**
   * Starts them, all at the same time: each waits for the others' rounds.
   *
   * @throws RuntimeException if there is no room for all
   */
  Running start(List<WorkerSpecification> workers) throws IOException;

  /** Workers that were started. Whoever loses one starts it again, or reports its failure. */
  interface Running extends AutoCloseable {
    /**
     * Asked again and again while something is waited for.
     *
     * @throws RuntimeException why the workers will not go on, if they won't
     */
    void requireRunning();

    /** Waits a moment for them to end, as they do when they are told, and then ends them. */
    @Override
    void close();
  }
}
