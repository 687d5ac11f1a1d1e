package org.relunet.pipeline.cluster.local;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the servers of a cluster listen, each as host:port.
 *
 * @param flinkMaster Flink's REST interface
 * @param kafka Kafka's broker, if there is one
 */
public record ClusterAddresses(String flinkMaster, Optional<String> kafka) {
  private static final String FLINK_MASTER = "flink-master";
  private static final String KAFKA = "kafka";

  static ClusterAddresses of(Map<String, String> map) {
    return new ClusterAddresses(map.get(FLINK_MASTER), Optional.ofNullable(map.get(KAFKA)));
  }

  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    map.put(FLINK_MASTER, flinkMaster);
    kafka.ifPresent(address -> map.put(KAFKA, address));
    return map;
  }
}
