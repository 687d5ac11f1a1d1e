package org.relunet.runtime.live;

import java.time.Instant;
import org.relunet.runtime.EngineLease;

/**
 * The right to use an engine that follows its model's location, until it is given back by closing
 * it. Thread-safe.
 */
public interface LiveEngineLease extends AutoCloseable {
  /**
   * The engine of the model that is current now, for one batch: however long that takes, it is not
   * closed before the batch gives it back. Never waits for a model to load.
   */
  EngineLease use();

  /** Version of the current model. */
  String modelVersion();

  /** When the current model was loaded. */
  Instant loaded();

  /** How often the model was exchanged. */
  long swaps();

  /** How many models were found in its place that could not be used. */
  long refused();

  @Override
  void close();
}
