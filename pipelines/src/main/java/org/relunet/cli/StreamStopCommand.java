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
      "What was read is then written; 'relunet stream --savepoint' goes on from there. A job that"
          + " fails and is started again can't make a savepoint: --cancel ends it without one.",
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
      description = "How long to wait for the savepoint, or the end; default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--cancel",
      description = {
        "End it at once, without a savepoint, whatever it is doing. Nothing is lost: the next job of"
            + " the group goes on from the group's committed offsets."
      })
  private boolean cancel;

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
    Duration limit = Duration.ofSeconds(seconds);
    if (cancel) {
      jobs.cancel(job.id(), limit);
      spec.commandLine().getOut().println("cancelled " + job.id());
      return ExitStatus.DONE;
    }
    requireRunning(job);
    String savepoint = jobs.stop(job.id(), savepoints, limit);
    spec.commandLine().getOut().println("savepoint " + savepoint);
    return ExitStatus.DONE;
  }

  private static void requireRunning(FlinkJobs.Job job) {
    if (!job.state().equals("RUNNING")) {
      throw new ClusterException(
          "job %s is %s, and can make no savepoint: 'relunet stream status' tells of its last failure, --cancel ends it without a savepoint"
              .formatted(job.id(), job.state()));
    }
  }
}
