package org.relunet.config.source;

import java.util.Set;
import org.relunet.config.problem.Location;

/**
 * A single value.
 *
 * @param text its text, without quotes
 * @param quoted whether it was written in quotes or as a block, and so is certainly a text
 * @param location where it begins
 */
public record ScalarNode(String text, boolean quoted, Location location) implements SourceNode {
  private static final int LONGEST_SHOWN = 60;

  /** How YAML 1.2 writes null in its core schema. */
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  @Override
  public boolean isAbsent() {
    return !quoted && NULLS.contains(text);
  }

  @Override
  public String description() {
    if (isAbsent()) {
      return "empty";
    }
    String line = text.replace('\n', ' ');
    String shown = line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    return quoted ? "the text \"" + shown + "\"" : "'" + shown + "'";
  }
}
