package org.relunet.pipeline.replay;

import java.util.Optional;
import org.relunet.pipeline.kafka.InputTopics;
import org.relunet.pipeline.kafka.KafkaConnection;

/**
 * Which dead letters go back, and where to.
 *
 * @param connection to the brokers
 * @param deadLetters topic to read
 * @param group of the job whose letters they are
 * @param inputs topics of that job; letters of other topics are passed over
 * @param target topic for all; empty for the one that each message came from
 * @param filter which of them
 * @param again whether letters that were replayed before are replayed once more
 * @param dryRun whether they are only counted and shown
 */
public record ReplayRequest(
    KafkaConnection connection,
    String deadLetters,
    String group,
    InputTopics inputs,
    Optional<String> target,
    ReplayFilter filter,
    boolean again,
    boolean dryRun) {
  public ReplayRequest {
    if (deadLetters.isBlank()) {
      throw new IllegalArgumentException(
          "stream.errors.dead-letter-topic: name the topic to read the dead letters from");
    }
    if (target.filter(deadLetters::equals).isPresent()) {
      throw new IllegalArgumentException(
          "'" + deadLetters + "' is the topic of the dead letters itself: name another");
    }
    if (target.isEmpty() && inputs.isEmpty()) {
      throw new IllegalArgumentException(
          "stream.input.topics: name the topics that messages may go back to");
    }
  }

  /** Consumer group that the position belongs to. */
  String replayGroup() {
    return group + "-replay";
  }

  /** Below the prefix that the job's own ids have. */
  String transactionalId() {
    return group + "/replay";
  }
}
