package org.relunet.api.bounded;

import java.io.IOException;

/** Content that is larger, or unpacks to more, than anything of its kind needs. */
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  public TooLargeException(String message) {
    super(message);
  }
}
