package org.relunet.pipeline.extract;

import org.relunet.api.triple.Extraction;

/** What became of one document. */
sealed interface ExtractionOutcome {
  /** Its triples. */
  record Extracted(Extraction extraction) implements ExtractionOutcome {}

  /** The engine failed on it, even when it was given alone. */
  record Failed(String reason) implements ExtractionOutcome {}
}
