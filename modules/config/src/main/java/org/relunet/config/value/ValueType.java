package org.relunet.config.value;

import java.util.Optional;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.SourceNode;

/** A type of value. Immutable. */
public sealed interface ValueType permits ScalarType, ListType {
  /**
   * The value; empty, with a problem added, where the node is none of this type.
   *
   * @param key the key's full name, for problems
   */
  Optional<Object> read(SourceNode node, String key, Problems problems);

  /** Whether values are texts or paths, which may name a file, or lists of these. */
  boolean isText();

  /** What a value must be, as a noun phrase: "a whole number, at least 1". */
  String phrase();

  /** The value as YAML on one line; {@link #read} of it gives an equal value. */
  String write(Object value);
}
