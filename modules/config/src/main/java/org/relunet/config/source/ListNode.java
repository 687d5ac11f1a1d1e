package org.relunet.config.source;

import java.util.List;
import org.relunet.config.problem.Location;

/**
 * A list.
 *
 * @param items in order
 * @param location where it begins
 */
public record ListNode(List<SourceNode> items, Location location) implements SourceNode {
  public ListNode {
    items = List.copyOf(items);
  }

  @Override
  public String description() {
    return "a list";
  }
}
