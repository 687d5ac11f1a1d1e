package org.relunet.pipeline.stream;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.job.Workers;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.live.LiveEngine;

/** Extracts triples from topics: checks, then runs the pipeline until it is stopped. */
public final class StreamJob {
  /** Splits of the source, and so the most workers; never to change, as savepoints hold it. */
  private static final int MAXIMUM_PARALLELISM = 128;

  private static final long WATERMARK_MILLIS = 200;

  private StreamJob() {}

  /** The name of the job of a consumer group. */
  public static String name(String group) {
    return "relunet-stream-" + group;
  }

  /**
   * Inside this process: returns when the job is over. On a cluster: returns when it is submitted.
   *
   * @param signal ends a job inside this process
   * @param messages is told what begins, before it does, and each failure of a job inside this
   *     process
   * @return the job's id on the cluster; empty inside this process
   * @throws IllegalArgumentException if the settings do not go together
   * @throws org.relunet.pipeline.kafka.KafkaProblem if Kafka has not what the job needs
   * @throws RuntimeException if the job fails for good
   */
  public static Optional<String> run(
      StreamRequest request,
      LiveEngineProvider engines,
      StopSignal signal,
      Consumer<String> messages)
      throws IOException {
    StreamPlan plan =
        StreamPreparation.plan(request.settings(), request.createdPartitions(), messages);
    return request.flink().embedded()
        ? runHere(request, plan, engines, signal, messages)
        : Optional.of(submit(request, plan, engines));
  }

  /**
   * Looks at all that a start needs, starts nothing, and tells what would run.
   *
   * @param messages gets warnings, and then what would run
   * @throws RuntimeException as {@link #run} does
   */
  public static void check(
      StreamRequest request, LiveEngineProvider engines, Consumer<String> messages) {
    StreamPlan plan =
        StreamPreparation.plan(request.settings(), request.createdPartitions(), messages);
    String master = request.flink().master().orElse("");
    int workers =
        request.flink().embedded()
            ? request.flink().parallelism().orElseGet(Workers::inThisProcess)
            : StreamPreparation.workersOn(master, request, plan.group());
    String where = request.flink().embedded() ? "inside this process" : "on " + master;
    try (Lease<LiveEngine> loaded = engines.lease()) {
      StreamPreparation.describe(plan, loaded.engine().modelVersion(), workers, where)
          .forEach(messages);
    }
    messages.accept("all that a start needs is there; nothing was started");
  }

  private static Optional<String> runHere(
      StreamRequest request,
      StreamPlan plan,
      LiveEngineProvider engines,
      StopSignal signal,
      Consumer<String> messages)
      throws IOException {
    // what keeps the model from loading is told at once, and not tried for ever
    try (Lease<LiveEngine> loaded = engines.lease();
        StreamHere here = new StreamHere(request, plan, loaded.engine()::modelVersion, messages)) {
      messages.accept(
          "model %s reads %s as group '%s' and writes to '%s', %s"
              .formatted(
                  loaded.engine().modelVersion(),
                  plan.inputTopics(),
                  plan.group(),
                  plan.outputTopic(),
                  plan.delivery().label()));
      int workers = request.flink().parallelism().orElseGet(Workers::inThisProcess);
      Pipeline pipeline = Pipeline.create(options(request, plan, workers));
      new StreamPipeline(plan, engines).build(pipeline);
      here.run(pipeline, signal);
      return Optional.empty();
    } finally {
      signal.over();
    }
  }

  private static String submit(StreamRequest request, StreamPlan plan, LiveEngineProvider engines) {
    String master = request.flink().master().orElseThrow();
    int workers = StreamPreparation.workersOn(master, request, plan.group());
    String name = name(plan.group());
    FlinkJobs jobs = new FlinkJobs(master);
    FlinkPipelineOptions options = options(request, plan, workers);
    options.setAttachedMode(false);
    options.setExternalizedCheckpointsEnabled(true);
    options.setRetainExternalizedCheckpointsOnCancellation(true);
    request.savepoint().ifPresent(options::setSavepointPath);
    Pipeline pipeline = Pipeline.create(options);
    new StreamPipeline(plan, engines).build(pipeline);
    begin(pipeline, request);
    return jobs.active(name)
        .map(FlinkJobs.Job::id)
        .orElseThrow(
            () -> new ClusterException("the job ended as soon as it was submitted to " + master));
  }

  private static void begin(Pipeline pipeline, StreamRequest request) {
    try {
      pipeline.run();
    } catch (RuntimeException e) {
      if (request.savepoint().isEmpty()) {
        throw e;
      }
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new ClusterException(
          "--savepoint %s: the cluster could not start the job from it (%s); its list shows the failed job, which holds no slots"
              .formatted(request.savepoint().get(), cause.getMessage()),
          e);
    }
  }

  private static FlinkPipelineOptions options(StreamRequest request, StreamPlan plan, int workers) {
    FlinkPipelineOptions options = request.flink().options(name(plan.group()), workers);
    options.setStreaming(true);
    options.setMaxParallelism(MAXIMUM_PARALLELISM);
    options.setCheckpointingInterval(plan.checkpointMillis());
    // one after another, with room for work between
    options.setMinPauseBetweenCheckpoints(plan.checkpointMillis() / 2);
    // what is gathered is answered and written before the offsets are kept
    options.setFinishBundleBeforeCheckpointing(true);
    options.setMaxBundleSize((long) plan.batchDocuments());
    options.setMaxBundleTimeMills(plan.batchDelayMillis());
    options.setAutoWatermarkInterval(WATERMARK_MILLIS);
    return options;
  }
}
