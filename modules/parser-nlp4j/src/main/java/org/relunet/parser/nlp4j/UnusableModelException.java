package org.relunet.parser.nlp4j;

/** A model that cannot be used. The message names it and says what to do. */
final class UnusableModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
