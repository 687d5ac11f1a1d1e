package org.relunet.pipeline.health;

/** A process cannot tell of itself where it was to; the message says why. */
public final class HealthException extends RuntimeException {
  HealthException(String message, Throwable cause) {
    super(message, cause);
  }
}
