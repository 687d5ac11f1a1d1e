package org.relunet.runtime.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.lease.Lease;

/**
 * An engine that follows its location: to another version that an alias comes to name, to another
 * package in the place of the first. The new model is loaded, verified and tried beside the old one
 * while batches go on; from then on new batches get it, and the old one is closed with the last
 * batch that began with it. A batch has one model from its beginning to its end, and every
 * extraction has the version of the model that made it. A thread never gets an older model after a
 * newer one.
 *
 * <p>A model that is refused (damaged, wrongly configured, failing on the first texts, too large)
 * is logged and counted, the old one goes on; it is tried again once its files, the job's
 * configuration files or the location have changed. Where the location leads nowhere (the directory
 * was deleted, an alias names a version that is not there yet), the old one goes on too, until the
 * location leads to a model again.
 *
 * <p>Thread-safe; no thread ever waits for a model being loaded. At most two models are in memory:
 * a third is not loaded before the last batch with the first has ended.
 */
public final class LiveEngine implements TripleEngine {
  private final TripleEngine first;
  private final LiveStatus status;

  LiveEngine(
      EngineSpecification specification,
      long checkMillis,
      Function<EngineSpecification, TripleEngine> loader) {
    if (checkMillis < 1) {
      throw new IllegalArgumentException(
          "a model's location is looked at every " + checkMillis + " ms: at least 1 is needed");
    }
    first = loader.apply(specification);
    status =
        new LiveStatus(
            first.modelVersion(),
            specification.modelLocation(),
            Instant.now(),
            0,
            0,
            Optional.empty());
  }

  /**
   * The current model's engine for one batch: for a caller that needs the version besides the
   * extractions, or several calls with one model. Cheap. To be given back when the batch ends:
   * while it is held, its model stays in memory and holds up the one after the next.
   *
   * @throws IllegalStateException if this engine is closed
   */
  public EngineLease use() {
    return new Lease<>(first, () -> {});
  }

  /** Version of the model that a batch would get now; extractions carry their own. */
  @Override
  public String modelVersion() {
    return status().modelVersion();
  }

  /** The triples of each document of a batch, all by the same model. */
  @Override
  public List<Extraction> extract(List<Document> documents) {
    try (EngineLease batch = use()) {
      return batch.engine().extract(documents);
    }
  }

  /** Counts and facts, for metrics: of this moment, at any time, also after closing. */
  public LiveStatus status() {
    return status;
  }

  /**
   * Looks at the location no more, and closes the model with the last batch that uses it. A model
   * being loaded is given up and closed; this waits until that is done, half a minute at most.
   */
  @Override
  public void close() {
    first.close();
  }
}
