package org.relunet.runtime.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loaded model; closed when it is released, and the last batch with it has ended. */
final class LiveModel {
  private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);

  private final TripleEngine engine;

  /** One until it is released, and one for each batch; from zero it never rises again. */
  private final AtomicInteger uses = new AtomicInteger(1);

  private volatile boolean closed;

  LiveModel(TripleEngine engine) {
    this.engine = engine;
  }

  String version() {
    return engine.modelVersion();
  }

  /** The engine for one batch; empty where there is nothing left to lease. */
  Optional<Lease<TripleEngine>> lease() {
    int before = uses.getAndUpdate(count -> count == 0 ? 0 : count + 1);
    return before == 0 ? Optional.empty() : Optional.of(new Lease<>(engine, this::release));
  }

  /** Ends one use: that of a batch, or once, that of whoever made this. */
  void release() {
    if (uses.decrementAndGet() > 0) {
      return;
    }
    try {
      engine.close();
    } catch (RuntimeException e) {
      // the batch that ended last has its triples; it must not fail for this
      LOG.warn("Model {} could not be closed; its memory may be lost", version(), e);
    } finally {
      closed = true;
    }
  }

  /** Whether its memory has been given back. */
  boolean isClosed() {
    return closed;
  }
}
