package org.relunet.retraining.run;

import java.util.Locale;

/** The stages, in their order. */
public enum Stage {
  /** Labelled texts from files and from the topic. */
  COLLECT,
  /** Old and corrected texts become one training file. */
  PREPARE,
  /** From the champion's weights. */
  TRAIN,
  /** Champion and candidate on texts that neither learned, and the gate. */
  EVALUATE,
  /** Into the registry, and to the alias if the gate says so. */
  PUBLISH;

  /** For files and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
