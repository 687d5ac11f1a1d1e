package org.relunet.runtime.live;

import java.time.Instant;
import java.util.function.Function;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

/** The live engines of a process: one for each specification, whatever the parallelism. */
public final class LiveEngines {
  private final SharedResources<Key, LiveEngine> live;

  private record Key(EngineSpecification specification, long checkMillis) {}

  /**
   * @param loader loads the engine of a package
   */
  public LiveEngines(Function<EngineSpecification, TripleEngine> loader) {
    SharedResources<ModelPin, TripleEngine> engines =
        new SharedResources<>(pin -> loader.apply(pin.specification()), TripleEngine::close);
    live =
        new SharedResources<>(
            key -> new LiveEngine(key.specification(), engines, key.checkMillis()),
            LiveEngine::close);
  }

  /**
   * The live engine for the specification: begun for the first that asks, ended when the last gives
   * it back.
   *
   * @param checkMillis between two looks at the model's location
   * @throws RuntimeException if the first model can't be loaded; the message says why
   */
  public LiveEngineLease lease(EngineSpecification specification, long checkMillis) {
    return new Lease(live.lease(new Key(specification, checkMillis)));
  }

  private record Lease(SharedResources.Lease<LiveEngine> lease) implements LiveEngineLease {
    @Override
    public EngineLease use() {
      return lease.get().use();
    }

    @Override
    public String modelVersion() {
      return lease.get().modelVersion();
    }

    @Override
    public Instant loaded() {
      return lease.get().loaded();
    }

    @Override
    public long swaps() {
      return lease.get().swaps();
    }

    @Override
    public long refused() {
      return lease.get().refused();
    }

    @Override
    public void close() {
      lease.close();
    }
  }
}
