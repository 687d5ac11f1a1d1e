package org.relunet.api.triple;

import static java.util.Objects.requireNonNull;

import org.relunet.api.text.TokenSpan;

/**
 * An entity over the words of one sentence.
 *
 * @param span its words
 * @param type the name of its kind; empty where it has none
 */
public record WordEntity(TokenSpan span, String type) {
  public WordEntity {
    requireNonNull(span, "span");
    requireNonNull(type, "type");
  }
}
