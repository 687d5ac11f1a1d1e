package org.relunet.pipeline.message;

/** What the values of an input topic are. */
public enum MessageFormat {
  /**
   * JSON where the first visible character is a brace, else plain text. A JSON array is no
   * document.
   */
  AUTO,
  /** {@code {"id": ..., "text": ...}}; other keys are ignored. */
  JSON,
  /** The value is the document, the key its id. */
  TEXT
}
