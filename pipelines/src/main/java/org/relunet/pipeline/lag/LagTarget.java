package org.relunet.pipeline.lag;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.relunet.pipeline.kafka.KafkaConnection;

/**
 * Whose lag it is.
 *
 * @param connection to the brokers
 * @param group whose committed offsets tell what is done
 * @param topics that it reads
 * @param fromBeginning whether a partition without a committed offset is read from its beginning
 */
public record LagTarget(
    KafkaConnection connection, String group, List<String> topics, boolean fromBeginning)
    implements Serializable {
  public LagTarget {
    // a list that Java serialization knows how to write, whatever the caller gave
    topics = new ArrayList<>(topics);
  }
}
