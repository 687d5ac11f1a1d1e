package org.relunet.pipeline.lag;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What was not done yet at a time: from the group's committed offset to the end of what is
 * committed in the partition. Where producers write in transactions the marks of these count, so
 * that one may remain.
 *
 * @param byPartition messages, of every partition of the topics
 * @param epochSeconds when they were asked for
 */
record Lag(Map<TopicPartition, Long> byPartition, long epochSeconds) {
  static final Lag UNKNOWN = new Lag(Map.of(), 0);

  Lag {
    byPartition = Map.copyOf(byPartition);
  }

  long sum() {
    return byPartition.values().stream().mapToLong(Long::longValue).sum();
  }
}
