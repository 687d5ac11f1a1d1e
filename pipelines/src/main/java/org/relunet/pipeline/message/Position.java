package org.relunet.pipeline.message;

import java.io.Serializable;

/**
 * Where a message stands; no other message ever stands there.
 *
 * @param topic the topic
 * @param partition its partition, from 0
 * @param offset place in the partition, from 0
 */
public record Position(String topic, int partition, long offset) implements Serializable {
  /**
   * For people, and the id of a document that has none of its own: {@code topic-partition-offset}.
   */
  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
