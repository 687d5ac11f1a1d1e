package org.relunet.pipeline.input;

/** How a file holds documents. */
public enum RecordFormat {
  /** The whole file is one document. */
  TEXT,
  /** Every line is a document, an empty one too. */
  LINES,
  /** Every line that is not blank is a JSON object with {@code text} and, if wanted, {@code id}. */
  JSONL,
  /** The whole file is one document, of which what a browser shows is read. */
  HTML,
  /** The whole file is one document, of which what a reader sees is read. */
  MARKDOWN;

  /** Whether a file is one record. */
  public boolean isWholeFile() {
    return switch (this) {
      case TEXT, HTML, MARKDOWN -> true;
      case LINES, JSONL -> false;
    };
  }
}
