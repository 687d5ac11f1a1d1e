package org.relunet.corpus.alignment;

import static java.util.Objects.requireNonNull;

import org.relunet.corpus.AnnotatedTriple;

/**
 * A triple that could not be aligned.
 *
 * @param triple the triple
 * @param reason why
 * @param detail what exactly: the entity or relation in question
 */
public record DroppedTriple(AnnotatedTriple triple, DropReason reason, String detail) {
  public DroppedTriple {
    requireNonNull(triple, "triple");
    requireNonNull(reason, "reason");
    requireNonNull(detail, "detail");
  }
}
