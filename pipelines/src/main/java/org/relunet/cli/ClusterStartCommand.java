package org.relunet.cli;

import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.ClusterOverview;
import org.relunet.pipeline.cluster.LocalCluster;
import org.relunet.pipeline.cluster.LocalClusterSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet cluster start}. */
@Command(
    name = "start",
    description = {"Start a cluster, wait until it is up, and print its addresses.", ""})
final class ClusterStartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterDirectoryOption place;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "2",
      description = "Tasks that it runs at a time; default: ${DEFAULT-VALUE}")
  private int slots;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "2048",
      description = "Heap that the tasks share, in MB; default: ${DEFAULT-VALUE}")
  private int heapMegabytes;

  @Override
  public Integer call() throws Exception {
    ClusterOverview overview = LocalCluster.start(settings());
    spec.commandLine().getOut().println("flink-master " + overview.master());
    return ExitStatus.DONE;
  }

  private LocalClusterSettings settings() {
    try {
      return new LocalClusterSettings(place.directory(), slots, heapMegabytes);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
