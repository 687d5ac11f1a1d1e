package org.relunet.pipeline.stream;

import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.pipeline.embedded.JobFailure;
import org.relunet.pipeline.embedded.JobListener;
import org.relunet.pipeline.kafka.KafkaRefusal;

/**
 * Tells each failure of a stream inside this process, and ends it where trying again is in vain.
 */
final class StreamFailures implements JobListener {
  private final String group;
  private final Consumer<String> messages;

  StreamFailures(String group, Consumer<String> messages) {
    this.group = group;
    this.messages = messages;
  }

  @Override
  public Optional<RuntimeException> failed(JobFailure failure, long number, Throwable cause) {
    Optional<KafkaRefusal> refusal =
        KafkaRefusal.ofRights(cause, group).or(() -> KafkaRefusal.ofFenced(cause, group));
    messages.accept(
        "failure %d of the job, at %s: %s; %s"
            .formatted(
                number,
                failure.at(),
                failure.cause(),
                refusal.isPresent() ? "the job ends" : "Flink starts it again"));
    return refusal.map(RuntimeException.class::cast);
  }
}
