package org.relunet.runtime.live;

import org.relunet.runtime.EngineLease;
import org.relunet.runtime.TripleEngine;

/** A lease on an engine that others use too. */
public record SharedEngineLease(SharedResources.Lease<TripleEngine> lease) implements EngineLease {
  @Override
  public TripleEngine engine() {
    return lease.get();
  }

  @Override
  public void close() {
    lease.close();
  }
}
