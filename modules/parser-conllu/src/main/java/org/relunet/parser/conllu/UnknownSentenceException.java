package org.relunet.parser.conllu;

/** A sentence whose tree the files do not hold. The message names the sentence and the files. */
public final class UnknownSentenceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownSentenceException(String message) {
    super(message);
  }
}
