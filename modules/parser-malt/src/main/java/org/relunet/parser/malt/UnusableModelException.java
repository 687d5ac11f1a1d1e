package org.relunet.parser.malt;

/** A model file is missing, damaged, or holds what no model may hold. */
public final class UnusableModelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnusableModelException(String message) {
    super(message);
  }

  UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
