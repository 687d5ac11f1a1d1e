package org.relunet.pipeline.stream;

import java.time.Instant;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.live.LiveEngineLease;

/** An engine that needs no model, for streams. */
record RuleEngines() implements LiveEngineProvider {
  private static final TripleEngine RULES = new RuleEngine();

  @Override
  public LiveEngineLease lease() {
    return new Lease();
  }

  private record Lease() implements LiveEngineLease {
    @Override
    public EngineLease use() {
      return new EngineLease() {
        @Override
        public TripleEngine engine() {
          return RULES;
        }

        @Override
        public void close() {
          // stays
        }
      };
    }

    @Override
    public String modelVersion() {
      return RULES.modelVersion();
    }

    @Override
    public Instant loaded() {
      return Instant.EPOCH;
    }

    @Override
    public long swaps() {
      return 0;
    }

    @Override
    public long refused() {
      return 0;
    }

    @Override
    public void close() {
      // stays
    }
  }
}
