package org.relunet.pipeline.job;

import java.util.concurrent.CompletableFuture;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.runtime.EngineLease;

/**
 * Loads the engine while Flink starts in the same process, and keeps it for the time of the run.
 */
final class EnginePreload implements AutoCloseable {
  private final CompletableFuture<EngineLease> loading;

  EnginePreload(EngineProvider engines) {
    loading = CompletableFuture.supplyAsync(engines::lease);
  }

  /** Throws what kept the engine from loading, if anything did. */
  void requireNoFailure() {
    if (loading.isCompletedExceptionally()) {
      loading.join();
    }
  }

  @Override
  public void close() {
    loading.thenAccept(EngineLease::close);
  }
}
