package org.relunet.pipeline.kafka;

import java.util.Optional;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/**
 * Kafka refuses what it will refuse again, until somebody changes something: a right that is
 * missing, for one. Flink does not start the job again.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class KafkaRefusal extends RuntimeException {
  private KafkaRefusal(String message, Throwable cause) {
    super(message, cause);
  }

  /** A refusal for a missing right, if there is one among a failure and its causes. */
  public static Optional<KafkaRefusal> ofRights(Throwable failure, String group) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof KafkaRefusal refusal) {
        return Optional.of(refusal);
      }
      if (at instanceof TransactionalIdAuthorizationException) {
        return Optional.of(
            new KafkaRefusal(
                "Kafka does not allow transactions of group '%s' (%s): grant Write and Describe on the transactional ids that begin with '%s/'"
                    .formatted(group, at.getMessage(), group),
                at));
      }
      if (at instanceof AuthorizationException) {
        return Optional.of(
            new KafkaRefusal(
                "Kafka does not allow what group '%s' needs: %s".formatted(group, at.getMessage()),
                at));
      }
      if (at instanceof AuthenticationException) {
        return Optional.of(
            new KafkaRefusal("Kafka does not accept who we are: " + at.getMessage(), at));
      }
    }
    return Optional.empty();
  }

  /**
   * A refusal because somebody else writes under the same name, if there is one among a failure and
   * its causes. Within one process that can only be another one.
   */
  public static Optional<KafkaRefusal> ofFenced(Throwable failure, String group) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ProducerFencedException) {
        return Optional.of(
            new KafkaRefusal(
                "another process of group '%s' has taken over, and this one ends: start one process for each group"
                    .formatted(group),
                at));
      }
    }
    return Optional.empty();
  }
}
