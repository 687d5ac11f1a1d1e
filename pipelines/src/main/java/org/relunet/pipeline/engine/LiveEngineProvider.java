package org.relunet.pipeline.engine;

import java.io.Serializable;
import org.relunet.runtime.live.LiveEngineLease;

/** Travels to the workers of a stream in place of the engine, which cannot. */
@FunctionalInterface
public interface LiveEngineProvider extends Serializable {
  /**
   * The process's live engine for this description: loaded by the first call, the same for every
   * other one until all have given it back. Thread-safe.
   *
   * @throws RuntimeException if its first model cannot be loaded; the message says why
   */
  LiveEngineLease lease();
}
