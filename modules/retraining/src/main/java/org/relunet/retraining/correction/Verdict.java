package org.relunet.retraining.correction;

/** What a user says of one triple. */
public enum Verdict {
  /** It is right. */
  ACCEPT,
  /** It is wrong. */
  REJECT,
  /** It is wrong, and another is right in its place. */
  EDIT
}
