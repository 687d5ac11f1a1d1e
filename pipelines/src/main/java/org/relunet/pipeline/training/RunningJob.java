package org.relunet.pipeline.training;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.training.distributed.WorkerLauncher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of workers, waited for on a thread of its own. */
final class RunningJob implements WorkerLauncher.Running {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
  private static final int SECONDS_TO_END = 60;

  /** Runs a job to its end. */
  @FunctionalInterface
  interface Job {
    void run() throws IOException;
  }

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  static RunningJob start(Job job) {
    RunningJob running = new RunningJob();
    Thread thread = new Thread(() -> running.run(job), "relunet-train-job");
    thread.setDaemon(true);
    thread.start();
    return running;
  }

  private void run(Job job) {
    try {
      job.run();
    } catch (IOException | RuntimeException | LinkageError e) {
      failure.set(e);
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void requireRunning() {
    if (failure.get() != null) {
      throw FlinkWorkers.failed(failure.get());
    }
    if (ended.getCount() == 0) {
      throw new ClusterException("the workers' job ended before the training: was it cancelled?");
    }
  }

  @Override
  public void close() {
    try {
      if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
        LOG.warn("the workers' job has not ended yet; its tasks end when they see that they may");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
