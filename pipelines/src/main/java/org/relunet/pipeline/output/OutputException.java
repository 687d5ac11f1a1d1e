package org.relunet.pipeline.output;

/** The output that the user named cannot be written; the message says what to do. */
public final class OutputException extends RuntimeException {
  public OutputException(String message) {
    super(message);
  }
}
