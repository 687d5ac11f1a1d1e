package org.relunet.tokenizer.opennlp;

/** A model that the settings name is not there. */
public final class MissingModelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MissingModelException(String message) {
    super(message);
  }
}
