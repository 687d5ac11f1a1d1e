package org.relunet.pipeline.training;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.ParDo;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.ClusterOverview;
import org.relunet.pipeline.embedded.EmbeddedFlink;
import org.relunet.pipeline.embedded.JobListener;
import org.relunet.pipeline.embedded.RootCause;
import org.relunet.pipeline.job.FlinkSettings;
import org.relunet.training.distributed.WorkerLauncher;
import org.relunet.training.distributed.WorkerSpecification;

/**
 * Workers as tasks of one Flink job that lasts as long as the training, so that no network is built
 * twice. Flink starts a task that died again, on any TaskManager that has room.
 *
 * @param master host:port of a cluster's REST interface, empty for Flink inside this process
 */
public record FlinkWorkers(Optional<String> master) implements WorkerLauncher {
  private static final int RETRIES = 10;
  private static final long RETRY_DELAY_MILLIS = 3_000;

  /**
   * Looks whether there is a cluster with room, before a training takes any time.
   *
   * @throws ClusterException if there is none, or fewer free slots than workers
   */
  public void requireRoom(int workers) {
    master
        .map(ClusterOverview::of)
        .ifPresent(
            cluster -> {
              cluster.requireSameFlink();
              if (workers > cluster.freeSlots()) {
                throw new ClusterException(
                    "%d workers need as many free slots at the same time, and the Flink cluster at %s has %d of %d"
                        .formatted(
                            workers, cluster.master(), cluster.freeSlots(), cluster.slots()));
              }
            });
  }

  @Override
  public Running start(List<WorkerSpecification> workers) throws IOException {
    requireRoom(workers.size());
    FlinkSettings flink = new FlinkSettings(master, Optional.of(workers.size()));
    FlinkPipelineOptions options = flink.options("relunet-train", workers.size());
    options.setNumberOfExecutionRetries(RETRIES);
    options.setExecutionRetryDelay(RETRY_DELAY_MILLIS);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Workers", Read.from(new WorkerSource(workers)))
        .apply("Train", ParDo.of(new RunWorker()));
    return RunningJob.start(() -> run(pipeline, flink));
  }

  private static void run(Pipeline pipeline, FlinkSettings flink) throws IOException {
    if (!flink.embedded()) {
      pipeline.run().waitUntilFinish();
      return;
    }
    try (EmbeddedFlink here = new EmbeddedFlink(JobListener.NONE, Optional.empty())) {
      here.run(pipeline);
    }
  }

  /** What ended the job, in a line. */
  static ClusterException failed(Throwable failure) {
    return new ClusterException("the workers' job failed: " + RootCause.inWords(failure));
  }
}
