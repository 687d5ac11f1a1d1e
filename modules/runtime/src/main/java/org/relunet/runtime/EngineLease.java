package org.relunet.runtime;

/** The right to use a shared engine, until it is given back by closing it. */
public interface EngineLease extends AutoCloseable {
  /** The engine. Whoever holds the lease does not close it. */
  TripleEngine engine();

  @Override
  void close();
}
