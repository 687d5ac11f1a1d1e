package org.relunet.runtime.lease;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.relunet.runtime.TripleEngine;

/**
 * One engine for all that need the same at the same time; the last one that leaves closes it.
 *
 * @param <K> what names an engine
 * @param <E> the engines
 */
public final class SharedEngines<K, E extends TripleEngine> {
  private final Function<K, E> loader;
  private final Map<K, Shared<E>> engines = new ConcurrentHashMap<>();

  /**
   * @param loader called for the first that asks; what it throws goes to whoever asked
   */
  public SharedEngines(Function<K, E> loader) {
    this.loader = loader;
  }

  /** The engine of this name, loaded now unless somebody has a lease on it. */
  public Lease<E> lease(K name) {
    // under the key's lock: who comes while it loads waits, and a failure leaves nothing
    Shared<E> shared =
        engines.compute(
            name,
            (key, present) ->
                present == null ? new Shared<>(loader.apply(key), 1) : present.with(+1));
    return new Lease<>(shared.engine(), () -> giveBack(name));
  }

  private void giveBack(K name) {
    engines.computeIfPresent(
        name,
        (key, shared) -> {
          if (shared.leases() > 1) {
            return shared.with(-1);
          }
          shared.engine().close();
          return null;
        });
  }

  private record Shared<E>(E engine, int leases) {
    Shared<E> with(int more) {
      return new Shared<>(engine, leases + more);
    }
  }
}
