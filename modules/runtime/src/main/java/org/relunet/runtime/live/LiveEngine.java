package org.relunet.runtime.live;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.BundledModels;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine that follows its location: to another version that an alias comes to name, to another
 * package in the place of the first. The new model is loaded, verified and tried beside the old one
 * while batches go on; from then on new batches get it, and the old one is closed with the last
 * batch that began with it. A batch has one model from its beginning to its end, and every
 * extraction has the version of the model that made it. A thread never gets an older model after a
 * newer one.
 *
 * <p>A model that is refused (damaged, wrongly configured, failing on the first texts, too large)
 * is logged and counted, the old one goes on; it is tried again when its files or the job's
 * configuration files have changed and are at rest from one look to the next, and another one, when
 * the location names it. Where the location leads nowhere (the directory was deleted, an alias
 * names a version that is not there yet), the old one goes on too, until the location leads to a
 * model again. A new model may know other relations than the old one.
 *
 * <p>Thread-safe; no thread ever waits for a model being loaded. At most two models are in memory:
 * a third is not loaded before the last batch with the first has ended.
 */
public final class LiveEngine implements TripleEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEngine.class);

  private static final long CLOSING_SECONDS = 30;

  private final ModelWatcher watcher;
  private final CurrentModel current;
  private final ScheduledExecutorService timer;

  LiveEngine(
      EngineSpecification specification,
      long checkMillis,
      Function<EngineSpecification, TripleEngine> loader) {
    if (checkMillis < 1) {
      throw new IllegalArgumentException(
          "a model's location is looked at every " + checkMillis + " ms: at least 1 is needed");
    }
    watcher = new ModelWatcher(specification, new ModelTrial(loader));
    current = watcher.current();
    timer = Executors.newSingleThreadScheduledExecutor(LiveEngine::daemon);
    if (BundledModels.at(specification.modelLocation()).isEmpty()) {
      timer.scheduleWithFixedDelay(this::look, checkMillis, checkMillis, TimeUnit.MILLISECONDS);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "relunet-model-watcher");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    try {
      watcher.look();
    } catch (RuntimeException | Error e) {
      // thrown on, it would be the last look
      LOG.error("The model's location could not be looked at; the next look will tell", e);
    }
  }

  /**
   * The current model's engine for one batch: for a caller that needs the version besides the
   * extractions, or several calls with one model. Cheap. To be given back when the batch ends:
   * while it is held, its model stays in memory and holds up the one after the next.
   *
   * @throws IllegalStateException if this engine is closed
   */
  public EngineLease use() {
    return current.lease();
  }

  /** Version of the model that a batch would get now; extractions carry their own. */
  @Override
  public String modelVersion() {
    return current.version();
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
    return watcher.journal().status();
  }

  /**
   * Looks at the location no more, and closes the model with the last batch that uses it. A model
   * being loaded is closed as soon as it is; this waits for that, half a minute at most, and not in
   * an interrupted thread.
   */
  @Override
  public void close() {
    current.close();
    // no interruption: a class that is being initialized for the new model would be lost for good
    timer.shutdown();
    try {
      if (!timer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A model is still being loaded; it is closed as soon as that ends");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
