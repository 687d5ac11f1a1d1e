package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

/**
 * A triple of a data set.
 *
 * @param subject the subject
 * @param relation the relation's name
 * @param object the object
 */
public record AnnotatedTriple(Entity subject, String relation, Entity object) {
  public AnnotatedTriple {
    requireNonNull(subject, "subject");
    requireNonNull(relation, "relation");
    requireNonNull(object, "object");
  }

  /** The triple without places. */
  public TextTriple text() {
    return new TextTriple(subject.text(), relation, object.text());
  }
}
