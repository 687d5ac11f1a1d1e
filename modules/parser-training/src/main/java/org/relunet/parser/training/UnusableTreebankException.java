package org.relunet.parser.training;

/** A treebank is missing, or nothing can be learned from it. The message says what to do. */
public final class UnusableTreebankException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnusableTreebankException(String message) {
    super(message);
  }
}
