package org.relunet.pipeline.markup;

/** A document that is not read for what its markup is; the message is for people. */
public final class MarkupException extends Exception {
  private static final long serialVersionUID = 1;

  MarkupException(String message) {
    super(message);
  }
}
