package org.relunet.pipeline.training;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.relunet.pipeline.job.SharedFiles;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.distributed.TrainingWorker;
import org.relunet.training.distributed.WorkerSpecification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is a worker, from its first round to its last. */
final class RunWorker extends DoFn<WorkerSpecification, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

  private final Counter steps = Metrics.counter("relunet", "trainingSteps");

  @ProcessElement
  public void process(@Element WorkerSpecification worker)
      throws IOException, InterruptedException {
    ClassLoader loader = RunWorker.class.getClassLoader();
    try {
      new TrainingWorker(
              worker,
              PluginRegistry.load(loader),
              loader,
              LOG::info,
              (number, round, step) -> steps.inc())
          .run();
    } catch (FileSystemException e) {
      throw SharedFiles.unreachable(e);
    }
  }
}
