package org.relunet.runtime.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One resource for all that need the same at the same time; the last one that leaves closes it.
 * Thread-safe.
 *
 * @param <K> what names a resource
 * @param <V> the resource
 */
public final class SharedResources<K, V> {
  private final Function<K, V> loader;
  private final Consumer<V> closer;
  private final Map<K, Shared> resources = new ConcurrentHashMap<>();

  /**
   * @param loader makes a resource; a failure leaves nothing
   * @param closer ends it
   */
  public SharedResources(Function<K, V> loader, Consumer<V> closer) {
    this.loader = loader;
    this.closer = closer;
  }

  /**
   * The right to use a resource, until it is given back by closing it.
   *
   * @param <V> the resource
   */
  public interface Lease<V> extends AutoCloseable {
    /** The resource. Whoever holds the lease does not close it. */
    V get();

    @Override
    void close();
  }

  /** The resource of this name, made if there is none. Who comes while it is made waits. */
  public Lease<V> lease(K key) {
    Shared shared =
        resources.compute(
            key, (name, present) -> (present == null ? new Shared(name) : present).joined());
    try {
      return new CountedLease(shared, shared.resource());
    } catch (RuntimeException | Error e) {
      leave(shared);
      throw e;
    }
  }

  /** The resource of this name if somebody has it. */
  public Optional<Lease<V>> leasePresent(K key) {
    Shared shared = resources.computeIfPresent(key, (name, present) -> present.joined());
    return Optional.ofNullable(shared).map(found -> new CountedLease(found, found.resource()));
  }

  private void leave(Shared shared) {
    resources.computeIfPresent(shared.key, (name, present) -> present.left() ? null : present);
    shared.closeIfUnused();
  }

  /**
   * A resource and how many have it. The count changes under the map's lock; the resource is made
   * and closed outside of it, since that lock is held against other names too.
   */
  private final class Shared {
    private final K key;
    private int leases;
    private volatile boolean unused;
    private V resource;

    Shared(K key) {
      this.key = key;
    }

    Shared joined() {
      leases++;
      return this;
    }

    boolean left() {
      leases--;
      unused = leases == 0;
      return unused;
    }

    synchronized V resource() {
      if (resource == null) {
        resource = loader.apply(key);
      }
      return resource;
    }

    synchronized void closeIfUnused() {
      if (unused && resource != null) {
        closer.accept(resource);
        resource = null;
      }
    }
  }

  private final class CountedLease implements Lease<V> {
    private final Shared shared;
    private final V resource;
    private final AtomicBoolean closed = new AtomicBoolean();

    CountedLease(Shared shared, V resource) {
      this.shared = shared;
      this.resource = resource;
    }

    @Override
    public V get() {
      return resource;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        leave(shared);
      }
    }
  }
}
