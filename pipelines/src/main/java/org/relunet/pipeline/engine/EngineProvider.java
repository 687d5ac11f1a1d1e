package org.relunet.pipeline.engine;

import java.io.Serializable;
import org.relunet.runtime.EngineLease;

/** Travels to the workers in place of the engine, which cannot. */
@FunctionalInterface
public interface EngineProvider extends Serializable {
  /**
   * The process's engine for this description: loaded by the first call, the same for every other
   * one until all have given it back. Thread-safe.
   *
   * @throws RuntimeException if it cannot be loaded; the message says why and what to do
   */
  EngineLease lease();
}
