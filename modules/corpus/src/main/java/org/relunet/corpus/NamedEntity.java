package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

/**
 * An entity whose place in the text the annotation does not give.
 *
 * @param text the entity's characters
 */
public record NamedEntity(String text) implements Entity {
  public NamedEntity {
    requireNonNull(text, "text");
  }
}
