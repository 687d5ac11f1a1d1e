package org.relunet.pipeline.kafka;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;

/**
 * All that is to be written because of one message.
 *
 * @param source the message
 * @param messages results or a dead letter; may be empty
 */
public record Answer(Position source, List<OutputMessage> messages) implements Serializable {
  public Answer {
    // a list that Java serialization knows how to write, whatever the caller gave
    messages = new ArrayList<>(messages);
  }
}
