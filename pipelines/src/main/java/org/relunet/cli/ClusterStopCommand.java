package org.relunet.cli;

import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.local.LocalCluster;
import org.relunet.pipeline.cluster.local.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code relunet cluster stop}. */
@Command(
    name = "stop",
    description = {"Stop the cluster; its logs and data remain. Jobs that run on it fail.", ""})
final class ClusterStopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterDirectoryOption place;

  @Override
  public Integer call() throws Exception {
    for (RunningServer stopped : new LocalCluster(place.directory()).stop()) {
      spec.commandLine().getErr().println("relunet: stopped the cluster's " + stopped.name());
    }
    return ExitStatus.DONE;
  }
}
