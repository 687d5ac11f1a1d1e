package org.relunet.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet cluster}. */
@Command(
    name = "cluster",
    description = {
      "Run a small Flink cluster on this machine, if wanted with Kafka, to try out what a job does on"
          + " a cluster.",
      "",
      "Its processes listen on the loopback interface only and run until they are stopped.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ClusterStartCommand.class,
      ClusterStatusCommand.class,
      ClusterRestartCommand.class,
      ClusterJavaArgumentsCommand.class,
      ClusterStopCommand.class
    })
final class ClusterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: start, status, restart or stop");
  }
}
