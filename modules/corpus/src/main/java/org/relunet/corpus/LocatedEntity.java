package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

import org.relunet.api.text.CharacterSpan;

/**
 * An entity with its place in the text.
 *
 * @param text the entity's characters
 * @param span where the annotation says that they stand, UTF-16 units; it may be wrong, even beyond
 *     the text
 */
public record LocatedEntity(String text, CharacterSpan span) implements Entity {
  public LocatedEntity {
    requireNonNull(text, "text");
    requireNonNull(span, "span");
  }
}
