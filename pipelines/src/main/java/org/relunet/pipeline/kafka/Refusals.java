package org.relunet.pipeline.kafka;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What a failure to write says of the message. */
final class Refusals {
  private Refusals() {}

  /** Whether the broker refuses the message for what it is, and so whenever it is sent. */
  static boolean ofMessage(Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof InvalidTimestampException
        || failure instanceof InvalidRecordException;
  }

  /** Whether it was only sent together with such a message; the client has no class for that. */
  static boolean ofCompanion(Throwable failure) {
    return failure.getClass() == KafkaException.class;
  }
}
