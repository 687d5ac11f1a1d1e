package org.relunet.pipeline.kafka;

import java.util.OptionalLong;

/**
 * How far a group is behind in a partition.
 *
 * @param topic its topic
 * @param partition its number
 * @param committed offset of the first message that is not done; empty where the group has
 *     committed none
 * @param first offset of the first message that is there
 * @param end offset after the last message
 */
public record PartitionLag(
    String topic, int partition, OptionalLong committed, long first, long end) {
  /** Messages that wait. */
  public long messages() {
    return Math.max(0, end - Math.max(first, committed.orElse(first)));
  }
}
