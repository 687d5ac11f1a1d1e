package org.relunet.runtime.assembly;

import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.live.LiveEngineLease;
import org.relunet.runtime.live.LiveEngines;
import org.relunet.runtime.live.SharedEngineLease;
import org.relunet.runtime.live.SharedResources;

/** Loads engines, and shares them: one a process, whatever the parallelism. */
public final class Engines {
  private static final SharedResources<EngineSpecification, TripleEngine> SHARED =
      new SharedResources<>(Engines::load, TripleEngine::close);
  private static final LiveEngines LIVE = new LiveEngines(Engines::load);

  private Engines() {}

  /**
   * The process's engine for the specification: loaded for the first that asks, closed when the
   * last gives it back. A process of a cluster outlives the jobs that it works for, and each brings
   * an engine of its own: what were kept would be lost.
   */
  public static EngineLease lease(EngineSpecification specification) {
    return new SharedEngineLease(SHARED.lease(specification));
  }

  /**
   * The process's engine for the specification that exchanges its model whenever the model's
   * location comes to mean another one.
   *
   * @param checkMillis between two looks at the location
   * @throws RuntimeException if the first model can't be loaded; the message says why
   */
  public static LiveEngineLease live(EngineSpecification specification, long checkMillis) {
    return LIVE.lease(specification, checkMillis);
  }

  /** A new engine, which the caller closes. */
  public static TripleEngine load(EngineSpecification specification) {
    ModelLoader.Loaded loaded = ModelLoader.load(specification);
    try {
      return new Loaded(loaded, loaded.engine());
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  /** An engine, and the files that it was loaded from. */
  private record Loaded(ModelLoader.Loaded model, TripleEngine engine) implements TripleEngine {
    @Override
    public String modelVersion() {
      return engine.modelVersion();
    }

    @Override
    public List<Extraction> extract(List<Document> documents) {
      return engine.extract(documents);
    }

    @Override
    public void close() {
      try (model) {
        engine.close();
      }
    }
  }
}
