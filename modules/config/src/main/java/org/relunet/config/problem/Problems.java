package org.relunet.config.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a user can mend all of them in one go. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(Location location, String message) {
    found.add(new Problem(location, message));
  }

  /** Number of problems so far. */
  public int size() {
    return found.size();
  }

  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * @throws ConfigurationException with all problems, if there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found);
    }
  }
}
