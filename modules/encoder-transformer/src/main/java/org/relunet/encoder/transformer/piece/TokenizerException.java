package org.relunet.encoder.transformer.piece;

/** A tokenizer that cannot be used. The message names its file and what to do. */
public final class TokenizerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TokenizerException(String message) {
    super(message);
  }

  public TokenizerException(String message, Throwable cause) {
    super(message, cause);
  }
}
