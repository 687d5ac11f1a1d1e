package org.relunet.pipeline.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.Pipeline;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink inside this process, for one job. The job's options must name {@link #MASTER}; {@link
 * #run(Pipeline)} returns when nothing of Flink is left but the files that {@link #close()}
 * removes, so that the process can end at once.
 */
public final class EmbeddedFlink implements AutoCloseable {
  /** What Beam's options name as Flink's master: whatever the calling thread is given. */
  public static final String MASTER = "[auto]";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);
  private static final long SECONDS_TO_END = 30;

  private final JobListener listener;
  private final Optional<? extends MetricReporter> reporter;
  private final Path directory;
  private final Configuration configuration;
  private final CompletableFuture<JobStop> submitted = new CompletableFuture<>();
  private volatile ClosedMiniCluster cluster;
  private volatile JobWatch watch;
  private volatile boolean stopping;

  /**
   * @param listener is told of the job's failures
   * @param reporter is told of all metrics, and belongs to Flink from then on
   */
  public EmbeddedFlink(JobListener listener, Optional<? extends MetricReporter> reporter)
      throws IOException {
    this.listener = listener;
    this.reporter = reporter;
    directory = PrivateFiles.temporaryDirectory("relunet-flink");
    configuration = EmbeddedConfiguration.in(directory);
  }

  /**
   * Runs the pipeline to its end, or until {@link #stop()}.
   *
   * @throws RuntimeException what the job failed with, or what the listener ended it with
   */
  public void run(Pipeline pipeline) {
    try (EmbeddedEnvironments mine = new EmbeddedEnvironments(configuration, this::execute)) {
      mine.run(pipeline);
    } catch (RuntimeException e) {
      if (watch != null && watch.verdict().isPresent()) {
        throw watch.verdict().get();
      }
      if (!stopping) {
        throw e;
      }
      LOG.info("the job was cancelled", e);
    } finally {
      end();
    }
  }

  private CompletableFuture<JobClient> execute(
      org.apache.flink.api.dag.Pipeline pipeline, Configuration asked, ClassLoader classes)
      throws Exception {
    return LocalExecutor.createWithFactory(configuration, this::start)
        .execute(pipeline, asked, classes)
        .thenApply(
            client -> {
              watch = new JobWatch(cluster, client.getJobID(), listener);
              submitted.complete(new JobStop(cluster, client.getJobID(), watch, directory));
              return client;
            });
  }

  private MiniCluster start(MiniClusterConfiguration settings) {
    cluster = new ClosedMiniCluster(settings, reporter);
    return cluster;
  }

  /**
   * Ends a stream after what it has read is written, and one that can't do so, since it fails again
   * and again, at once: what was not written is read again by the next job of the group.
   */
  public void stop() {
    stopping = true;
    submitted.thenAccept(JobStop::run);
  }

  public JobHealth health() {
    JobWatch current = watch;
    return current == null ? JobHealth.STARTING : current.health();
  }

  /** Flink ends by itself when its job has; it must not do so after the process has begun to. */
  private void end() {
    if (watch != null) {
      watch.close();
    }
    if (cluster == null) {
      return;
    }
    try {
      cluster.closeAsync().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Flink did not end in order", e);
    }
  }

  @Override
  public void close() {
    try {
      Directories.deleteAll(directory);
    } catch (IOException e) {
      LOG.debug("{} is left behind", directory, e);
    }
  }
}
