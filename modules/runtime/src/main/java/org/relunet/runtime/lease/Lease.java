package org.relunet.runtime.lease;

import java.util.concurrent.atomic.AtomicBoolean;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.TripleEngine;

/**
 * A lease that is given back once, however often it is closed.
 *
 * @param <E> what is known of the engine
 */
public final class Lease<E extends TripleEngine> implements EngineLease {
  private final E engine;
  private final Runnable giveBack;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param giveBack run by the first {@link #close()}, in its thread
   */
  public Lease(E engine, Runnable giveBack) {
    this.engine = engine;
    this.giveBack = giveBack;
  }

  @Override
  public E engine() {
    return engine;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      giveBack.run();
    }
  }
}
