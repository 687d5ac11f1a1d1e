package org.relunet.pipeline.extract;

import java.io.Serializable;

/**
 * What was done.
 *
 * @param documents documents with a result
 * @param triples triples written
 * @param deadLetters records that failed
 */
public record ExtractionCounts(long documents, long triples, long deadLetters)
    implements Serializable {
  public static final ExtractionCounts NONE = new ExtractionCounts(0, 0, 0);

  public ExtractionCounts plus(ExtractionCounts other) {
    return new ExtractionCounts(
        documents + other.documents, triples + other.triples, deadLetters + other.deadLetters);
  }
}
