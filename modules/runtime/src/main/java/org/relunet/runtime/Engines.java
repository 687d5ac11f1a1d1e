package org.relunet.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.relunet.runtime.assembly.ModelLoader;

/** Loads engines, and keeps those that are shared: one a process, whatever the parallelism. */
public final class Engines {
  private static final Map<EngineSpecification, TripleEngine> SHARED = new ConcurrentHashMap<>();

  private Engines() {}

  /**
   * The process's engine for the specification, loaded at the first call. It is never closed: jobs
   * of one process come and go, and its memory is given back when the process ends.
   */
  public static TripleEngine shared(EngineSpecification specification) {
    return SHARED.computeIfAbsent(specification, Engines::load);
  }

  /** A new engine, which the caller closes. */
  public static TripleEngine load(EngineSpecification specification) {
    return ModelLoader.load(specification).engine();
  }
}
