package org.relunet.training.start;

import java.util.ArrayList;
import java.util.List;
import org.relunet.network.SessionSettings;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;

/** Loads a model that a training's configuration names. */
public final class StoredModel {
  private StoredModel() {}

  /**
   * Loads a model, to compute with the threads that the training has.
   *
   * @param key that names it, for the message
   * @throws TrainingException if it can't be loaded
   */
  public static ModelLoader.Loaded load(String key, String location, TrainingRequest request) {
    List<String> overrides = new ArrayList<>(request.threads());
    overrides.add(request.ownFiles());
    int interOpThreads =
        request.configuration().section("session", SessionSettings.class).interOpThreads();
    if (interOpThreads == 0) {
      // the process keeps the threads of its first session, and those are to be the training's
      overrides.add("session.inter-op-threads=1");
    }
    try {
      return ModelLoader.load(new EngineSpecification(location, List.of(), overrides));
    } catch (RuntimeException e) { // of the store, the configuration, a plugin or its files
      throw notLoaded(key, location, e);
    }
  }

  /** What to throw where a model can't be loaded. */
  public static TrainingException notLoaded(String key, String location, RuntimeException cause) {
    return new TrainingException(
        key + ": " + location + " can't be loaded: " + cause.getMessage(), cause);
  }
}
