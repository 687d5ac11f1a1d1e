package org.relunet.pipeline.cluster.local;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the servers of a cluster listen, each as host:port.
 *
 * @param flinkMaster Flink's REST interface
 * @param kafka Kafka's broker, if there is one
 * @param zooKeeper ZooKeeper, if there is one
 * @param prometheus each of Flink's servers, and where Prometheus finds its metrics
 */
public record ClusterAddresses(
    String flinkMaster,
    Optional<String> kafka,
    Optional<String> zooKeeper,
    Map<String, String> prometheus) {
  private static final String FLINK_MASTER = "flink-master";
  private static final String PROMETHEUS = "prometheus.";

  public ClusterAddresses {
    prometheus = Map.copyOf(prometheus);
  }

  static ClusterAddresses of(Map<String, String> map) {
    Map<String, String> prometheus = new TreeMap<>();
    map.forEach(
        (name, address) -> {
          if (name.startsWith(PROMETHEUS)) {
            prometheus.put(name.substring(PROMETHEUS.length()), address);
          }
        });
    return new ClusterAddresses(
        map.get(FLINK_MASTER),
        Optional.ofNullable(map.get(KafkaBroker.NAME)),
        Optional.ofNullable(map.get(ZooKeeper.NAME)),
        prometheus);
  }

  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    map.put(FLINK_MASTER, flinkMaster);
    kafka.ifPresent(address -> map.put(KafkaBroker.NAME, address));
    zooKeeper.ifPresent(address -> map.put(ZooKeeper.NAME, address));
    prometheus.forEach((name, address) -> map.put(PROMETHEUS + name, address));
    return map;
  }
}
