package org.relunet.pipeline.extract;

import org.relunet.api.text.Document;
import org.relunet.pipeline.markup.Markup;
import org.relunet.pipeline.markup.MarkupException;
import org.relunet.pipeline.markup.VisibleText;
import org.relunet.pipeline.record.LocatedDocument;

/**
 * A document with what an engine reads of it.
 *
 * @param original as it stands in its file
 * @param text without markup
 */
record ReadDocument(LocatedDocument original, VisibleText text) {
  static ReadDocument of(LocatedDocument document) throws MarkupException {
    return new ReadDocument(
        document, Markup.read(document.location().source().format(), document.text()));
  }

  /** For an engine. */
  Document visible() {
    return new Document(original.id(), text.text());
  }

  /** What became of it, in the original's characters. */
  ExtractionOutcome atItsPlace(ExtractionOutcome outcome) {
    return outcome instanceof ExtractionOutcome.Extracted extracted
        ? new ExtractionOutcome.Extracted(
            text.toSource(extracted.extraction(), original.document()))
        : outcome;
  }
}
