package org.relunet.pipeline.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a job in order where that can be, else at once. */
final class JobStop {
  private static final Logger LOG = LoggerFactory.getLogger(JobStop.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MILLIS_BETWEEN_LOOKS = 50;
  private static final Set<String> STARTING = Set.of("STARTING", "CREATED", "INITIALIZING");

  private final ClosedMiniCluster cluster;
  private final JobID job;
  private final JobWatch watch;
  private final Path directory;

  /**
   * @param directory for the savepoint that Flink makes before a job ends in order
   */
  JobStop(ClosedMiniCluster cluster, JobID job, JobWatch watch, Path directory) {
    this.cluster = cluster;
    this.job = job;
    this.watch = watch;
    this.directory = directory;
  }

  void run() {
    Instant deadline = Instant.now().plus(PATIENCE);
    try {
      while (!watch.health().working() && mayComeToWork() && Instant.now().isBefore(deadline)) {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      }
      if (watch.health().working()) {
        stop(Duration.between(Instant.now(), deadline));
      } else {
        cluster.cancelJob(job);
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("not stopped in order: {}", RootCause.inWords(e));
      cluster.cancelJob(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tasks of a job that has not failed yet are on their way. */
  private boolean mayComeToWork() {
    JobHealth health = watch.health();
    return STARTING.contains(health.state())
        || (health.state().equals("RUNNING") && health.failures() == 0);
  }

  private void stop(Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    String savepoints = directory.resolve("savepoints").toUri().toString();
    cluster
        .stopWithSavepoint(job, savepoints, false, SavepointFormatType.CANONICAL)
        .get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
  }
}
