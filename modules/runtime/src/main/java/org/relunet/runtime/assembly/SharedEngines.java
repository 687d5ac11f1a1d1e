package org.relunet.runtime.assembly;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

/** One engine for all that need the same at the same time; the last one that leaves closes it. */
final class SharedEngines {
  private final Function<EngineSpecification, TripleEngine> loader;
  private final Map<EngineSpecification, Shared> engines = new ConcurrentHashMap<>();

  SharedEngines(Function<EngineSpecification, TripleEngine> loader) {
    this.loader = loader;
  }

  EngineLease lease(EngineSpecification specification) {
    // under the key's lock: who comes while it loads waits, and a failure leaves nothing
    Shared shared =
        engines.compute(
            specification,
            (key, present) ->
                present == null ? new Shared(loader.apply(key), 1) : present.with(+1));
    return new Lease(specification, shared.engine());
  }

  private void giveBack(EngineSpecification specification) {
    engines.computeIfPresent(
        specification,
        (key, shared) -> {
          if (shared.leases() > 1) {
            return shared.with(-1);
          }
          shared.engine().close();
          return null;
        });
  }

  private record Shared(TripleEngine engine, int leases) {
    Shared with(int more) {
      return new Shared(engine, leases + more);
    }
  }

  private final class Lease implements EngineLease {
    private final EngineSpecification specification;
    private final TripleEngine engine;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(EngineSpecification specification, TripleEngine engine) {
      this.specification = specification;
      this.engine = engine;
    }

    @Override
    public TripleEngine engine() {
      return engine;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(specification);
      }
    }
  }
}
