package org.relunet.pipeline.kafka;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.relunet.pipeline.message.MessageKey;

/**
 * Sends all triples of a document to one partition, in their order: by the part of the key that
 * names the document, hashed as Kafka hashes keys.
 */
public final class DocumentPartitioner implements Partitioner {
  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    int partitions = cluster.partitionCountForTopic(topic);
    if (keyBytes == null) {
      return valueBytes == null ? 0 : Utils.toPositive(Utils.murmur2(valueBytes)) % partitions;
    }
    byte[] document = Arrays.copyOf(keyBytes, MessageKey.documentLength(keyBytes));
    return Utils.toPositive(Utils.murmur2(document)) % partitions;
  }

  @Override
  public void configure(Map<String, ?> properties) {
    // has no properties
  }

  @Override
  public void close() {
    // holds nothing
  }
}
