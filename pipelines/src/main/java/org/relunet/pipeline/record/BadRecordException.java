package org.relunet.pipeline.record;

/** A record is no document; the message says why. */
final class BadRecordException extends Exception {
  BadRecordException(String message) {
    super(message);
  }
}
