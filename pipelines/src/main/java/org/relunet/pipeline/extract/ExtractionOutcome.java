package org.relunet.pipeline.extract;

import org.relunet.api.triple.Extraction;

/** What became of one document. */
public sealed interface ExtractionOutcome {
  /** Its triples. */
  record Extracted(Extraction extraction) implements ExtractionOutcome {}

  /** The engine failed on it, even when it was given alone. */
  record Failed(Throwable failure) implements ExtractionOutcome {
    /** For people. */
    public String reason() {
      String name = failure.getClass().getSimpleName();
      return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }
  }
}
