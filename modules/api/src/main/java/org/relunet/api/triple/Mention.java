package org.relunet.api.triple;

import org.relunet.api.text.CharacterSpan;

/**
 * An entity as a document names it.
 *
 * @param text the characters
 * @param span where they stand in the document, UTF-16 units
 */
public record Mention(String text, CharacterSpan span) {}
