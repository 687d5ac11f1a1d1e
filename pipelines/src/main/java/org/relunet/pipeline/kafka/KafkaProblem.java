package org.relunet.pipeline.kafka;

/** A job can't use Kafka as it is told to; the message names the key or the topic. */
public final class KafkaProblem extends RuntimeException {
  KafkaProblem(String message) {
    super(message);
  }

  KafkaProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
