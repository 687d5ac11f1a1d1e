package org.relunet.pipeline.stream;

import java.util.Locale;

/** What a failure may do to the output. */
public enum Delivery {
  /** Nothing is lost; after a failure some messages come again, with the same keys. */
  AT_LEAST_ONCE,
  /** Nothing is lost and, for consumers that read what is committed, nothing comes twice. */
  EXACTLY_ONCE;

  /** As the configuration has it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
