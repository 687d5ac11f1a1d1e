package org.relunet.training.distributed;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.relunet.runtime.plugin.PluginRegistry;

/**
 * Workers as threads of this process.
 *
 * @param registry where plugins are found
 * @param loader of what the configuration may have
 * @param messages told what they do
 */
public record ThreadWorkers(PluginRegistry registry, ClassLoader loader, Consumer<String> messages)
    implements WorkerLauncher {
  private static final int SECONDS_TO_END = 60;

  @Override
  public Running start(List<WorkerSpecification> workers) {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            workers.size(),
            task -> {
              Thread made = new Thread(task, "relunet-worker");
              made.setDaemon(true);
              return made;
            });
    for (WorkerSpecification specification : workers) {
      threads.execute(() -> run(specification, failure));
    }
    threads.shutdown();
    return new Threads(threads, failure);
  }

  private void run(WorkerSpecification specification, AtomicReference<RuntimeException> failure) {
    try {
      new TrainingWorker(specification, registry, loader, messages, (worker, round, step) -> {})
          .run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      failure.compareAndSet(
          null,
          new IllegalStateException(
              "worker %d failed: %s".formatted(specification.worker(), e.getMessage()), e));
    }
  }

  private record Threads(ExecutorService threads, AtomicReference<RuntimeException> failure)
      implements Running {
    @Override
    public void requireRunning() {
      if (failure.get() != null) {
        throw failure.get();
      }
    }

    @Override
    public void close() {
      try {
        if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
          threads.shutdownNow();
        }
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}
