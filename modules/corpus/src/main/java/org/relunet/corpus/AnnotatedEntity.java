package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

import org.relunet.api.text.CharacterSpan;

/**
 * An entity that a text lists beside its triples.
 *
 * @param span where it stands, UTF-16 units of the text
 * @param type the name of its kind; empty where the annotation gives none
 */
public record AnnotatedEntity(CharacterSpan span, String type) {
  public AnnotatedEntity {
    requireNonNull(span, "span");
    requireNonNull(type, "type");
  }
}
