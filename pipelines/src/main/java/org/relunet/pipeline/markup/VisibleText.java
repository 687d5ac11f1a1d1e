package org.relunet.pipeline.markup;

import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;

/**
 * What a reader sees of a document.
 *
 * @param text without markup; blank lines separate paragraphs
 * @param map to the original
 */
public record VisibleText(String text, SourceMap map) {
  /** Of a document without markup. */
  static VisibleText plain(String text) {
    return new VisibleText(text, SourceMap.identity(text.length()));
  }

  /** What was found in the visible text, at its places in the original. */
  public Extraction toSource(Extraction extraction, Document original) {
    return map.toSource(extraction, original);
  }
}
