package org.relunet.runtime.live;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened to a live engine: counted, and told in the log. Written by one thread at a time.
 */
final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEngine.class);

  private volatile LiveStatus status;
  private String refusal = "";

  /** Begins with the first model. */
  Journal(String version, String directory, long millis) {
    status = new LiveStatus(version, directory, Instant.now(), 0, 0, Optional.empty());
    LOG.info("Model {} was loaded from {} in {} ms", version, named(directory), millis);
  }

  LiveStatus status() {
    return status;
  }

  /** Another model has taken the place of the last. */
  void swapped(String version, String directory, long millis) {
    LiveStatus before = status;
    status =
        new LiveStatus(
            version,
            directory,
            Instant.now(),
            before.swaps() + 1,
            before.refusals(),
            Optional.empty());
    LOG.info(
        "Model {} was loaded from {} in {} ms and has taken the place of {}",
        version,
        named(directory),
        millis,
        before.modelVersion());
  }

  /** A model could not be loaded, or not be used. */
  void refused(String directory, Throwable reason) {
    refusal = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    become(status.refusals() + 1, Optional.of(refusal));
    LOG.warn(
        "The model at {} is refused, {} goes on; it is tried again when its files, the"
            + " configuration files or the location have changed",
        directory,
        status.modelVersion(),
        reason);
  }

  /** The location names the model again, or still, that was refused last. */
  void stillRefused() {
    become(status.refusals(), Optional.of(refusal));
  }

  /** The model that the location names can't be had now; told once as long as it is the same. */
  void waiting(String problem) {
    Optional<String> before = status.problem();
    become(status.refusals(), Optional.of(problem));
    if (!before.equals(status.problem())) {
      LOG.warn("{} Model {} goes on", problem, status.modelVersion());
    }
  }

  /** The location names the model that is loaded. */
  void following() {
    if (status.problem().isPresent()) {
      become(status.refusals(), Optional.empty());
      LOG.info("The location names {} again, which is loaded", status.modelVersion());
    }
  }

  private void become(long refusals, Optional<String> problem) {
    LiveStatus before = status;
    status =
        new LiveStatus(
            before.modelVersion(),
            before.modelDirectory(),
            before.loadedAt(),
            before.swaps(),
            refusals,
            problem);
  }

  private static String named(String directory) {
    return directory.isEmpty() ? "the class path" : directory;
  }
}
