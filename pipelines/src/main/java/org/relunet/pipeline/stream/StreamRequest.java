package org.relunet.pipeline.stream;

import java.util.Optional;
import java.util.OptionalInt;
import org.relunet.pipeline.health.HealthAddress;
import org.relunet.pipeline.job.FlinkSettings;

/**
 * What to run.
 *
 * @param settings the section {@code stream}
 * @param flink where
 * @param savepoint path of a savepoint or checkpoint to go on from; on a cluster only
 * @param health where this process tells of itself, and offers its metrics to Prometheus; empty for
 *     nowhere. A cluster has reporters of its own
 * @param createdPartitions partitions of topics that are missing and are to be made; empty where
 *     none are
 */
public record StreamRequest(
    StreamSettings settings,
    FlinkSettings flink,
    Optional<String> savepoint,
    Optional<HealthAddress> health,
    OptionalInt createdPartitions) {
  public StreamRequest {
    if (flink.embedded() && savepoint.isPresent()) {
      throw new IllegalArgumentException(
          "a job inside this process goes on from its group's committed offsets: a savepoint needs"
              + " --flink-master");
    }
    if (!flink.embedded() && health.isPresent()) {
      throw new IllegalArgumentException(
          "a cluster's metrics are offered by its own reporters: --metrics-port is for a job inside"
              + " this process");
    }
  }
}
