package org.relunet.pipeline.stream;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.lease.SharedEngines;
import org.relunet.runtime.live.LiveEngine;
import org.relunet.runtime.live.LiveEngines;

/** Engines that take the job down with them at the first sight of each text that says CRASH. */
record CrashingEngines() implements LiveEngineProvider {
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static final SharedEngines<String, LiveEngine> SHARED =
      new SharedEngines<>(
          name ->
              LiveEngines.load(
                  new EngineSpecification("", List.of(), List.of()),
                  1_000,
                  specification -> new Crashing(new RuleEngine())));

  @Override
  public Lease<LiveEngine> lease() {
    return SHARED.lease("crashing");
  }

  private record Crashing(RuleEngine engine) implements TripleEngine {
    @Override
    public String modelVersion() {
      return engine.modelVersion();
    }

    @Override
    public List<Extraction> extract(List<Document> documents) {
      for (Document document : documents) {
        if (document.text().contains("CRASH") && SEEN.add(document.text())) {
          throw new LinkageError("a library is missing");
        }
      }
      return engine.extract(documents);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
