package org.relunet.config.source;

import org.relunet.config.problem.Location;

/** A value as written, before anyone knows what type it should have. */
public sealed interface SourceNode permits ScalarNode, ListNode, MappingNode {
  /** Where it begins. */
  Location location();

  /** What it is, for "must be ..., but is ...". */
  String description();

  /** Whether nothing was written: {@code key:} and no more. */
  default boolean isAbsent() {
    return false;
  }
}
