package org.relunet.config.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One thing that is wrong.
 *
 * @param location where
 * @param message the key, what is wrong with it and what would be right, on one line
 */
public record Problem(Location location, String message) implements Serializable {
  public Problem {
    requireNonNull(location, "location");
    requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return location + ": " + message;
  }
}
