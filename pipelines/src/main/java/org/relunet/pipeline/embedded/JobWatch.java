package org.relunet.pipeline.embedded;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.ArchivedExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a job again and again: Flink tells nobody when it fails and is started again.
 *
 * <p>The looks are closer together than Flink's shortest pause before it starts a job again, so
 * none is missed.
 */
final class JobWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
  private static final long MILLIS_BETWEEN_LOOKS = 200;
  private static final long PATIENCE_SECONDS = 10;

  private final ClosedMiniCluster cluster;
  private final JobID job;
  private final JobListener listener;
  private final ScheduledExecutorService timer;
  private volatile JobHealth health = JobHealth.STARTING;
  private volatile Optional<RuntimeException> verdict = Optional.empty();
  private long lastFailureMillis;

  JobWatch(ClosedMiniCluster cluster, JobID job, JobListener listener) {
    this.cluster = cluster;
    this.job = job;
    this.listener = listener;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "relunet-job-watch");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
  }

  JobHealth health() {
    return health;
  }

  /** What the listener ended the job with. */
  Optional<RuntimeException> verdict() {
    return verdict;
  }

  private void look() {
    try {
      ArchivedExecutionGraph graph =
          cluster.getArchivedExecutionGraph(job).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      JobStatus state = graph.getState();
      ErrorInfo error = graph.getFailureInfo();
      // what ends the job is told by whoever started it
      if (error != null
          && error.getTimestamp() > lastFailureMillis
          && state != JobStatus.FAILING
          && !state.isTerminalState()) {
        lastFailureMillis = error.getTimestamp();
        tell(state, error);
      } else {
        health =
            new JobHealth(state.name(), isWorking(graph), health.failures(), health.lastFailure());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      // before the job is known, and after its cluster has ended
      LOG.debug("the job could not be looked at", e);
    }
  }

  private void tell(JobStatus state, ErrorInfo error) {
    Throwable cause = RootCause.of(error.getException());
    JobFailure failure =
        new JobFailure(Instant.ofEpochMilli(error.getTimestamp()), RootCause.inWords(cause));
    health = new JobHealth(state.name(), false, health.failures() + 1, Optional.of(failure));
    Optional<RuntimeException> end = listener.failed(failure, health.failures(), cause);
    if (end.isPresent() && verdict.isEmpty()) {
      verdict = end;
      cluster.cancelJob(job);
    }
  }

  /** A task that never has work, such as that of a source with fewer parts, may be over. */
  private static boolean isWorking(ArchivedExecutionGraph graph) {
    if (graph.getState() != JobStatus.RUNNING) {
      return false;
    }
    for (var vertex : graph.getAllExecutionVertices()) {
      ExecutionState state = vertex.getExecutionState();
      if (state != ExecutionState.RUNNING && state != ExecutionState.FINISHED) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
