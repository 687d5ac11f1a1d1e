package org.relunet.pipeline.input;

/** The input that the user named cannot be read; the message says what to do. */
public final class InputException extends RuntimeException {
  public InputException(String message) {
    super(message);
  }
}
