package org.relunet.pipeline.cluster.local;

import java.util.Optional;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.ClusterOverview;
import org.relunet.pipeline.cluster.FlinkTaskManagers;

/**
 * Whether servers do what they are there for.
 *
 * @param addresses where they listen
 */
record Readiness(ClusterAddresses addresses) {
  boolean of(RunningServer server) {
    return switch (server.name()) {
      case KafkaBroker.NAME -> kafka();
      case ZooKeeper.NAME -> addresses.zooKeeper().map(OpenPort::at).orElse(true);
      case FlinkServers.JOB_MANAGER -> flink().isPresent();
      default -> taskManager(server);
    };
  }

  /** What Flink says of itself, if it answers. */
  Optional<ClusterOverview> flink() {
    try {
      return Optional.of(ClusterOverview.of(addresses.flinkMaster()));
    } catch (ClusterException e) {
      // not up yet, or no longer
      return Optional.empty();
    }
  }

  /** Whether Kafka answers, if it is part of the cluster. */
  boolean kafka() {
    return addresses.kafka().map(KafkaCheck::answers).orElse(true);
  }

  private boolean taskManager(RunningServer server) {
    try {
      return new FlinkTaskManagers(addresses.flinkMaster())
          .hasHeardOf(server.name(), server.started());
    } catch (ClusterException e) {
      // the JobManager is not up yet
      return false;
    }
  }
}
