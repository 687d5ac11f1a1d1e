package org.relunet.network;

/** A loss or gradient that is no number, or infinite: training has gone astray. */
public final class NonFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NonFiniteException(String message) {
    super(message);
  }

  NonFiniteException(String message, Throwable cause) {
    super(message, cause);
  }
}
