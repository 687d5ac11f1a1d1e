package org.relunet.cli;

import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.local.LocalCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet cluster restart}. */
@Command(
    name = "restart",
    description = {
      "Start a server of the cluster again, with its addresses and data, and wait until it is up.",
      "",
      "One that lives is ended before.",
      ""
    })
final class ClusterRestartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterDirectoryOption place;

  @Parameters(
      paramLabel = "NAME",
      description = "The server, as 'relunet cluster status' names it: kafka, taskmanager-1, ...")
  private String name;

  @Override
  public Integer call() throws Exception {
    new LocalCluster(place.directory()).restart(name);
    spec.commandLine().getErr().println("relunet: started the cluster's " + name + " again");
    return ExitStatus.DONE;
  }
}
