package org.relunet.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.stream.StreamJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet stream stop}. */
@Command(
    name = "stop",
    description = {
      "Stop a stream on a cluster after a last savepoint, and print where that is.",
      "",
      "What was read is then written; 'relunet stream --savepoint' goes on from there.",
      ""
    })
final class StreamStopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      required = true,
      description = "The Flink cluster that it runs on.")
  private String flinkMaster;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "relunet",
      description = "Its consumer group, stream.kafka.group; default: ${DEFAULT-VALUE}")
  private String group;

  @Option(
      names = "--savepoints",
      paramLabel = "URI",
      defaultValue = "",
      description = "Directory for the savepoint; default: the one of the cluster's configuration.")
  private String savepoints;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "How long to wait for the savepoint; default: ${DEFAULT-VALUE}")
  private int seconds;

  @Override
  public Integer call() {
    FlinkJobs jobs = new FlinkJobs(flinkMaster);
    FlinkJobs.Job job =
        jobs.active(StreamJob.name(group))
            .orElseThrow(
                () ->
                    new ClusterException(
                        "group '%s' has no job on the cluster at %s"
                            .formatted(group, flinkMaster)));
    String savepoint = jobs.stop(job.id(), savepoints, Duration.ofSeconds(seconds));
    spec.commandLine().getOut().println("savepoint " + savepoint);
    return ExitStatus.DONE;
  }
}
