package org.relunet.api.triple;

import static java.util.Objects.requireNonNull;

import org.relunet.api.text.TokenSpan;

/**
 * A triple over the words of one sentence: the network's own terms, and a gold annotation's.
 *
 * @param subject the subject's words
 * @param relation index of the relation in the {@link RelationSchema}
 * @param object the object's words
 */
public record WordTriple(TokenSpan subject, int relation, TokenSpan object) {
  public WordTriple {
    requireNonNull(subject, "subject");
    requireNonNull(object, "object");
    if (relation < 0) {
      throw new IllegalArgumentException("not the index of a relation: " + relation);
    }
  }

  /** The same triple, its words counted from a word that stands {@code offset} words earlier. */
  public WordTriple shift(int offset) {
    return new WordTriple(subject.shift(offset), relation, object.shift(offset));
  }
}
