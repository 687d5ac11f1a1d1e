package org.relunet.pipeline.stream;

import java.util.Locale;

/** Where a group begins that has committed no offset yet. */
public enum StartPosition {
  /** With the oldest message that the topic has. */
  EARLIEST,
  /** With the next message to come. */
  LATEST;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
