package org.relunet.runtime.live;

import java.util.function.Function;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.Engines;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.lease.SharedEngines;

/** Loads live engines, and shares them: one a process, whatever the parallelism. */
public final class LiveEngines {
  private static final SharedEngines<Watched, LiveEngine> SHARED =
      new SharedEngines<>(watched -> load(watched.specification(), watched.checkMillis()));

  private LiveEngines() {}

  /** What must be the same for two to share an engine. */
  private record Watched(EngineSpecification specification, long checkMillis) {}

  /**
   * The process's live engine for the specification and interval: loaded for the first that asks;
   * when the last gives it back it is closed, and its location is looked at no more. A worker holds
   * a lease from its beginning to its end.
   *
   * @see #load(EngineSpecification, long) for the parameters and errors
   */
  public static Lease<LiveEngine> lease(EngineSpecification specification, long checkMillis) {
    return SHARED.lease(new Watched(specification, checkMillis));
  }

  /**
   * A new live engine, which the caller closes. Its first model is loaded before this returns.
   *
   * @param specification where its model is looked for, and what lies over the model's own
   *     configuration; the default model is never exchanged
   * @param checkMillis milliseconds between two looks at the location, at least 1
   * @throws RuntimeException what {@link Engines#load} throws, if there is no first model
   */
  public static LiveEngine load(EngineSpecification specification, long checkMillis) {
    return load(specification, checkMillis, Engines::load);
  }

  /**
   * As {@link #load(EngineSpecification, long)}, for models that are loaded in another way.
   *
   * @param loader gives the engine of a package
   */
  public static LiveEngine load(
      EngineSpecification specification,
      long checkMillis,
      Function<EngineSpecification, TripleEngine> loader) {
    return new LiveEngine(specification, checkMillis, loader);
  }
}
