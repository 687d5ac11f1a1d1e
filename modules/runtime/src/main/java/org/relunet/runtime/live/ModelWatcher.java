package org.relunet.runtime.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

/** Keeps the current model what the location names. Used by one thread. */
final class ModelWatcher {
  private final EngineSpecification specification;
  private final ModelTrial trial;
  private final CurrentModel current;
  private final Journal journal;

  /** What there is nothing more to do about: its model is loaded, or refused. */
  private ModelSighting settled;

  private boolean refused;
  private ModelSighting last;

  /**
   * Loads the first model.
   *
   * @throws RuntimeException what the trial throws
   */
  ModelWatcher(EngineSpecification specification, ModelTrial trial) {
    this.specification = specification;
    this.trial = trial;
    try {
      settled = ModelSighting.of(specification);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the model at " + specification.modelLocation() + " can't be looked at", e);
    }
    last = settled;
    long start = System.nanoTime();
    TripleEngine engine = trial.load(specification.at(settled.directory()));
    current = new CurrentModel(new LiveModel(engine));
    journal = new Journal(engine.modelVersion(), settled.directory(), millisSince(start));
  }

  CurrentModel current() {
    return current;
  }

  Journal journal() {
    return journal;
  }

  /** Compares what the location names with what is loaded, and loads what it names. */
  void look() {
    ModelSighting seen;
    try {
      seen = ModelSighting.of(specification);
    } catch (ModelPackageException e) {
      miss(e.getMessage());
      return;
    } catch (IOException | RuntimeException e) {
      miss("The model at " + specification.modelLocation() + " can't be looked at (" + e + ").");
      return;
    }
    boolean atRest = seen.equals(last);
    last = seen;
    if (seen.equals(settled)) {
      repeat();
    } else if (!seen.hasManifest()) {
      journal.waiting("The model at " + seen.directory() + " has no manifest (yet).");
    } else if (!refused || atRest || !seen.directory().equals(settled.directory())) {
      // what was refused may be in the middle of being copied, unless it has come to rest
      settle(seen);
    }
  }

  private void miss(String problem) {
    last = ModelSighting.NOTHING;
    journal.waiting(problem);
  }

  private void repeat() {
    if (refused) {
      journal.stillRefused();
    } else {
      journal.following();
    }
  }

  private void settle(ModelSighting seen) {
    if (seen.version().equals(Optional.of(current.version()))) {
      settled = seen;
      refused = false;
      journal.following();
    } else if (current.predecessorIsInUse()) {
      journal.waiting(
          "The model at "
              + seen.directory()
              + " is not loaded before the last batch with the model before the present one has"
              + " ended.");
    } else {
      settled = seen;
      refused = !exchange(seen);
    }
  }

  /** Whether the model can be used. */
  private boolean exchange(ModelSighting seen) {
    long start = System.nanoTime();
    try {
      TripleEngine engine = trial.load(specification.at(seen.directory()));
      if (current.replace(new LiveModel(engine))) {
        journal.swapped(engine.modelVersion(), seen.directory(), millisSince(start));
      }
      return true;
    } catch (Throwable e) {
      // a model that is too large, or lacks a class, must not end what the present one can go on
      journal.refused(seen.directory(), e);
      return false;
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
