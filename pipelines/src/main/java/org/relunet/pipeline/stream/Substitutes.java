package org.relunet.pipeline.stream;

import org.apache.beam.sdk.metrics.Metrics;
import org.relunet.pipeline.kafka.Substitute;
import org.relunet.pipeline.message.MessageFailure;
import org.relunet.pipeline.message.MessageStage;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;

/**
 * A dead letter in place of each message that a broker refuses; where none may fail, the end of the
 * job. Without it the job would write the same message again and again.
 */
record Substitutes(StreamPlan plan) implements Substitute {
  @Override
  public OutputMessage inPlaceOf(Position source, OutputMessage refused, Exception reason) {
    if (plan.tolerance() == ErrorTolerance.NONE) {
      throw new MessageFailedException(
          source,
          new MessageFailure(
              MessageStage.TASK_PUT, reason.getClass().getName(), reason.toString(), ""));
    }
    Metrics.counter(StreamMetrics.NAMESPACE, "deadLetters").inc();
    return plan.deadLetters().inPlaceOf(source, refused, reason);
  }
}
