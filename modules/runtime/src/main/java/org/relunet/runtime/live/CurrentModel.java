package org.relunet.runtime.live;

import java.util.Optional;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.lease.Lease;

/** The model that new batches get. Leasing takes no lock. */
final class CurrentModel implements AutoCloseable {
  private volatile LiveModel model;
  private volatile LiveModel predecessor;
  private boolean closed;

  /**
   * @param first released by this
   */
  CurrentModel(LiveModel first) {
    model = first;
    predecessor = first;
  }

  String version() {
    return model.version();
  }

  /**
   * @throws IllegalStateException if this is closed
   */
  Lease<TripleEngine> lease() {
    while (true) {
      LiveModel candidate = model;
      Optional<Lease<TripleEngine>> lease = candidate.lease();
      if (lease.isPresent()) {
        return lease.get();
      }
      // a model is released after another has taken its place, or when there will be no other
      if (candidate == model) {
        throw new IllegalStateException("the engine is closed");
      }
    }
  }

  /** Whether batches still use the model before this one. */
  boolean predecessorIsInUse() {
    LiveModel before = predecessor;
    return before != model && !before.isClosed();
  }

  /**
   * Gives new batches this model from now on.
   *
   * @param next released by this
   * @return whether they get it: not if this was closed meanwhile
   */
  synchronized boolean replace(LiveModel next) {
    if (closed) {
      next.release();
      return false;
    }
    predecessor = model;
    model = next;
    predecessor.release();
    return true;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      model.release();
    }
  }
}
