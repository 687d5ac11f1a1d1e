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
 */
public record Triple(
    Mention subject, String relation, Mention object, double confidence, CharacterSpan sentence) {}
