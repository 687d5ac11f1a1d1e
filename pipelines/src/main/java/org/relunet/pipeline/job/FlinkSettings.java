package org.relunet.pipeline.job;

import java.util.Optional;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.embedded.EmbeddedFlink;

/**
 * Where Beam runs.
 *
 * @param master host:port of a cluster's REST interface, empty for one inside this process
 * @param parallelism windows in work at the same time; empty for as many as there is room for
 */
public record FlinkSettings(Optional<String> master, Optional<Integer> parallelism) {
  public FlinkSettings {
    if (parallelism.isPresent() && parallelism.get() < 1) {
      throw new IllegalArgumentException(
          "parallelism must be at least 1, not " + parallelism.get());
    }
    if (master.isPresent() && !isHostAndPort(master.get())) {
      throw new IllegalArgumentException(
          "a Flink master is host:port of its REST interface, not '" + master.get() + "'");
    }
  }

  private static boolean isHostAndPort(String master) {
    return master.matches("[^:\\s]+:\\d{1,5}")
        && Integer.parseInt(master.substring(master.lastIndexOf(':') + 1)) <= 65_535;
  }

  public boolean embedded() {
    return master.isEmpty();
  }

  /** Options of a job with so many workers. */
  public FlinkPipelineOptions options(String jobName, int workers) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setJobName(jobName);
    options.setFlinkMaster(master.orElse(EmbeddedFlink.MASTER));
    options.setParallelism(workers);
    // elements are immutable: no need to copy them between chained operators
    options.setFasterCopy(true);
    if (!embedded()) {
      options.setFilesToStage(ClusterClassPath.ofThisProcess().staged());
    }
    return options;
  }
}
