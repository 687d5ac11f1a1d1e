package org.relunet.retraining.run;

/** A retraining that can't be done as asked; the message says what to change. */
public final class RetrainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RetrainException(String message) {
    super(message);
  }

  public RetrainException(String message, Throwable cause) {
    super(message, cause);
  }
}
