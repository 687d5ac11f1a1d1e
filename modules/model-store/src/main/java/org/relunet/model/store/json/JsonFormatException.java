package org.relunet.model.store.json;

/** A text is not JSON, or not of the form that was asked for; the message says where. */
public final class JsonFormatException extends RuntimeException {
  public JsonFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
