package org.relunet.pipeline.stream;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.relunet.pipeline.message.MessageFailure;
import org.relunet.pipeline.message.Position;

/**
 * A message failed where none may. Flink does not start the job again: the message would fail
 * again.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class MessageFailedException extends RuntimeException {
  MessageFailedException(Position source, MessageFailure failure) {
    super(
        "message %s at offset %d of partition %d: %s; with stream.errors.tolerance all it becomes a dead letter"
            .formatted(source.topic(), source.offset(), source.partition(), failure.reason()));
  }
}
