package org.relunet.pipeline.cluster.local;

import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.cluster.ClusterOverview;

/**
 * How a cluster of this machine is.
 *
 * @param servers what was started and not stopped
 * @param addresses where they listen, or would if they lived; empty if there is no cluster
 * @param overview what Flink says of itself, if it answers
 * @param kafkaAnswers whether Kafka answers; true as well if it is not part of the cluster
 */
public record ClusterStatus(
    List<RunningServer> servers,
    Optional<ClusterAddresses> addresses,
    Optional<ClusterOverview> overview,
    boolean kafkaAnswers) {
  static final ClusterStatus NONE =
      new ClusterStatus(List.of(), Optional.empty(), Optional.empty(), false);

  public ClusterStatus {
    servers = List.copyOf(servers);
  }

  /** Whether every server lives and answers, and Flink has somewhere to run tasks. */
  public boolean isWhole() {
    return !servers.isEmpty()
        && servers.stream().allMatch(RunningServer::isAlive)
        && overview.filter(flink -> flink.slots() > 0).isPresent()
        && kafkaAnswers;
  }
}
