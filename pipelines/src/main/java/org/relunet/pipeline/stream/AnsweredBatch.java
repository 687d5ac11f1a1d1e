package org.relunet.pipeline.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.relunet.pipeline.kafka.Answer;

/**
 * What became of messages that were read together.
 *
 * @param answers one for each message, those of a partition in the order of their offsets
 */
record AnsweredBatch(List<Answer> answers) implements Serializable {
  AnsweredBatch {
    // a list that Java serialization knows how to write, whatever the caller gave
    answers = new ArrayList<>(answers);
  }
}
