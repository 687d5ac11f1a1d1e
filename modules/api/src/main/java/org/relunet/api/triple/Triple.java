package org.relunet.api.triple;

import org.relunet.api.text.CharacterSpan;

/**
 * A relational triple of a document.
 *
 * @param subject the subject
 * @param relation the relation's name
 * @param object the object
 * @param confidence in (0, 1]
 * @param sentence where the sentence stands that states it, UTF-16 units
 * @param relationIri IRI of the relation; empty where the model's schema gives none
 */
public record Triple(
    Mention subject,
    String relation,
    Mention object,
    double confidence,
    CharacterSpan sentence,
    String relationIri) {
  /** A triple whose relation has no IRI. */
  public Triple(
      Mention subject, String relation, Mention object, double confidence, CharacterSpan sentence) {
    this(subject, relation, object, confidence, sentence, "");
  }
}
