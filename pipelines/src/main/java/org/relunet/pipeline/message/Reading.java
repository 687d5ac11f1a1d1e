package org.relunet.pipeline.message;

import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.markup.VisibleText;

/** What a message turned out to be. */
public sealed interface Reading {
  /**
   * A document.
   *
   * @param document as it came
   * @param text without markup
   */
  record Accepted(Document document, VisibleText text) implements Reading {
    /** For an engine. */
    public Document visible() {
      return new Document(document.id(), text.text());
    }

    /** What was found in {@link #visible}, at its places in the document. */
    public Extraction atItsPlace(Extraction extraction) {
      return text.toSource(extraction, document);
    }
  }

  /** No document. */
  record Rejected(MessageFailure failure) implements Reading {}
}
