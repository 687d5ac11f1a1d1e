package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

/**
 * A triple as plain text: the unit that scores are counted in. Where its entities stand is not part
 * of it.
 *
 * @param subject the subject's characters
 * @param relation the relation's name
 * @param object the object's characters
 */
public record TextTriple(String subject, String relation, String object) {
  public TextTriple {
    requireNonNull(subject, "subject");
    requireNonNull(relation, "relation");
    requireNonNull(object, "object");
  }

  @Override
  public String toString() {
    return "(" + subject + ", " + relation + ", " + object + ")";
  }
}
