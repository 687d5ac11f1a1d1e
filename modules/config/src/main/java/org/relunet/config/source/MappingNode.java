package org.relunet.config.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.config.problem.Location;

/**
 * A mapping from keys to values.
 *
 * @param entries in the order written
 * @param location where it begins
 */
public record MappingNode(Map<String, Entry> entries, Location location) implements SourceNode {
  public MappingNode {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  @Override
  public String description() {
    return "a mapping";
  }

  /**
   * What stands under a key.
   *
   * @param location where the key begins
   * @param value its value
   */
  public record Entry(Location location, SourceNode value) {}
}
