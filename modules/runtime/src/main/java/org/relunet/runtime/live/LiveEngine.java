package org.relunet.runtime.live;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine that follows its model's location. A thread of its own looks there again and again.
 * Another model is loaded, checked and warmed up beside the current one, which goes on working, and
 * then takes its place between two batches; the old one is closed when its last batch is done. A
 * model that can't be used is told of once and counted, and the current one goes on.
 */
final class LiveEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEngine.class);

  private final EngineSpecification specification;
  private final SharedResources<ModelPin, TripleEngine> engines;
  private final ScheduledExecutorService watch;
  private final AtomicLong swaps = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile Current current;

  /** What could not be used the last time, so that it is not tried again and again. */
  private Optional<Object> lastRefused = Optional.empty();

  private record Current(ModelPin pin, SharedResources.Lease<TripleEngine> lease, Instant loaded) {}

  /**
   * Loads the first model.
   *
   * @param engines loads models
   * @param checkMillis between two looks at the location
   * @throws RuntimeException if the first model can't be loaded
   */
  LiveEngine(
      EngineSpecification specification,
      SharedResources<ModelPin, TripleEngine> engines,
      long checkMillis) {
    this.specification = specification;
    this.engines = engines;
    ModelPin pin = ModelPin.of(specification);
    current = new Current(pin, engines.lease(pin), Instant.now());
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "relunet-model-watch");
              thread.setDaemon(true);
              return thread;
            });
    watch.scheduleWithFixedDelay(this::look, checkMillis, checkMillis, TimeUnit.MILLISECONDS);
  }

  /** The current engine, for one batch. */
  EngineLease use() {
    while (!watch.isShutdown()) {
      Optional<SharedResources.Lease<TripleEngine>> lease = engines.leasePresent(current.pin());
      if (lease.isPresent()) {
        return new SharedEngineLease(lease.get());
      }
      // exchanged and closed since it was read: there is a new one
    }
    throw new IllegalStateException("the live engine is closed");
  }

  String modelVersion() {
    return current.lease().get().modelVersion();
  }

  Instant loaded() {
    return current.loaded();
  }

  long swaps() {
    return swaps.get();
  }

  long refused() {
    return refused.get();
  }

  private void look() {
    ModelPin found;
    try {
      found = ModelPin.of(specification);
    } catch (RuntimeException e) {
      refuse(String.valueOf(e.getMessage()), e);
      return;
    }
    if (found.equals(current.pin())) {
      lastRefused = Optional.empty();
    } else if (!lastRefused.equals(Optional.of(found))) {
      try {
        exchange(found);
        lastRefused = Optional.empty();
      } catch (RuntimeException | Error e) {
        // an error too: too little memory for a second model is no reason to end the first
        refuse(found, e);
      }
    }
  }

  private void exchange(ModelPin found) {
    Instant begun = Instant.now();
    SharedResources.Lease<TripleEngine> next = engines.lease(found);
    try {
      WarmUp.run(next.get());
    } catch (RuntimeException | Error e) {
      next.close();
      throw e;
    }
    Current old = current;
    current = new Current(found, next, Instant.now());
    swaps.incrementAndGet();
    LOG.warn(
        "model {} takes the place of {}, loaded from {} in {} ms",
        next.get().modelVersion(),
        old.lease().get().modelVersion(),
        found.specification().modelLocation(),
        Instant.now().toEpochMilli() - begun.toEpochMilli());
    old.lease().close();
  }

  private void refuse(Object what, Throwable reason) {
    if (lastRefused.equals(Optional.of(what))) {
      return;
    }
    lastRefused = Optional.of(what);
    refused.incrementAndGet();
    LOG.error(
        "model {} goes on, as what {} names now cannot be used: {}",
        modelVersion(),
        specification.modelLocation(),
        String.valueOf(reason.getMessage()),
        reason);
  }

  /** Ends the watch, after the load that it may be at, and gives the engine back. */
  @Override
  public void close() {
    watch.shutdown();
    try {
      while (!watch.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("waiting for a model that is being loaded");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    current.lease().close();
  }
}
