package org.relunet.api.text;

import static java.util.Objects.requireNonNull;

/**
 * A text to extract from.
 *
 * @param id what names the document in results and errors; not blank
 * @param text the original text, never normalised
 */
public record Document(String id, String text) {
  public Document {
    requireNonNull(text, "text");
    if (id.isBlank()) {
      throw new IllegalArgumentException("a document needs an id that is not blank");
    }
  }
}
