package org.relunet.pipeline.stream;

/** What a message that fails does, in the words of Kafka Connect's {@code errors.tolerance}. */
public enum ErrorTolerance {
  /** It ends the job, with a message that names it. */
  NONE,
  /** It becomes a dead letter, and the job goes on. */
  ALL
}
