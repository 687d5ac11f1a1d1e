package org.relunet.pipeline.engine;

import java.io.Serializable;
import org.relunet.runtime.TripleEngine;

/** Travels to the workers in place of the engine, which cannot. */
@FunctionalInterface
public interface EngineProvider extends Serializable {
  /**
   * The process's engine for this description: loaded by the first call, the same for every later
   * one. Whoever asks does not close it. Thread-safe.
   *
   * @throws RuntimeException if it cannot be loaded; the message says why and what to do
   */
  TripleEngine engine();
}
