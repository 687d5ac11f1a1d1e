package org.relunet.pipeline.cluster;

import java.util.List;
import java.util.Optional;

/**
 * How a cluster of this machine is.
 *
 * @param servers what was started and not stopped
 * @param overview what Flink says of itself, if it answers
 */
public record ClusterStatus(List<RunningServer> servers, Optional<ClusterOverview> overview) {
  public ClusterStatus {
    servers = List.copyOf(servers);
  }

  /** Whether every server lives and Flink has somewhere to run tasks. */
  public boolean isWhole() {
    return !servers.isEmpty()
        && servers.stream().allMatch(RunningServer::isAlive)
        && overview.filter(flink -> flink.slots() > 0).isPresent();
  }
}
