package org.relunet.encoder.transformer.tensor;

/**
 * Weights that cannot be used: unreadable, damaged, incomplete or made for another architecture.
 * The message names the file, the tensor where there is one, and what to do.
 */
public final class WeightException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WeightException(String message) {
    super(message);
  }

  public WeightException(String message, Throwable cause) {
    super(message, cause);
  }
}
