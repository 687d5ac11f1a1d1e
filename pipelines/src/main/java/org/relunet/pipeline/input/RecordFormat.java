package org.relunet.pipeline.input;

/** How a file holds documents. */
public enum RecordFormat {
  /** The whole file is one document. */
  TEXT,
  /** Every line is a document, an empty one too. */
  LINES,
  /** Every line that is not blank is a JSON object with {@code text} and, if wanted, {@code id}. */
  JSONL
}
