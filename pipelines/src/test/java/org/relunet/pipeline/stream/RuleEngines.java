package org.relunet.pipeline.stream;

import java.util.List;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.lease.SharedEngines;
import org.relunet.runtime.live.LiveEngine;
import org.relunet.runtime.live.LiveEngines;

/** An engine that needs no model, for streams. */
record RuleEngines() implements LiveEngineProvider {
  private static final SharedEngines<String, LiveEngine> SHARED =
      new SharedEngines<>(
          name ->
              LiveEngines.load(
                  new EngineSpecification("", List.of(), List.of()),
                  1_000,
                  specification -> new RuleEngine()));

  @Override
  public Lease<LiveEngine> lease() {
    return SHARED.lease("rules");
  }
}
