package org.relunet.corpus.format;

/** A record that does not have its format's shape. The message says what and how to mend it. */
final class RecordProblem extends Exception {
  private static final long serialVersionUID = 1L;

  RecordProblem(String message) {
    super(message);
  }
}
