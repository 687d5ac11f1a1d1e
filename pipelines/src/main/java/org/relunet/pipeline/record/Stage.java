package org.relunet.pipeline.record;

import java.util.Locale;

/** How far a record came before it failed. */
public enum Stage {
  /** It is no document. */
  DECODE,
  /** No triples could be extracted from the document. */
  EXTRACT,
  /** The triples could not be written. */
  ENCODE;

  /** As written in a dead letter. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
