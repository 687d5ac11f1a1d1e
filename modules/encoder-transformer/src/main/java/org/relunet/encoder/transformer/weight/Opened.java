package org.relunet.encoder.transformer.weight;

import java.util.function.Supplier;

/**
 * Something that is opened when it is first asked for, and then kept. Thread-safe.
 *
 * @param <T> what is opened
 */
public final class Opened<T> implements Supplier<T> {
  private final Supplier<T> opening;
  private T opened;

  public Opened(Supplier<T> opening) {
    this.opening = opening;
  }

  @Override
  public synchronized T get() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }
}
