package org.relunet.pipeline.kafka;

import java.io.Serializable;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;

/** What is written in place of a message that the brokers refuse for what it is. */
@FunctionalInterface
public interface Substitute extends Serializable {
  /**
   * @param source the message that it was written because of
   * @param reason why it was refused
   * @throws RuntimeException if nothing may take its place
   */
  OutputMessage inPlaceOf(Position source, OutputMessage refused, Exception reason);
}
