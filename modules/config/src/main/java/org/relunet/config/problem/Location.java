package org.relunet.config.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Where a part of the configuration stands.
 *
 * @param source what the user can find: a file's path, or {@code --set key=value}
 * @param line from 1; 0 for the source as a whole
 * @param column from 1, in code points; 0 for the source as a whole
 */
public record Location(String source, int line, int column) implements Serializable {
  public Location {
    requireNonNull(source, "source");
  }

  /** The source as a whole. */
  public static Location of(String source) {
    return new Location(source, 0, 0);
  }

  /** {@code file:line:column}, which editors and terminals make a link of. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
