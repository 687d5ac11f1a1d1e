package org.relunet.pipeline.record;

/** A record is no document; the message says why. */
public final class BadRecordException extends Exception {
  public BadRecordException(String message) {
    super(message);
  }
}
