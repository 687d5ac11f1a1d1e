package org.relunet.cli;

import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.local.LocalCluster;
import org.relunet.pipeline.cluster.local.LocalClusterSettings;
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
  private static final String EXPOSED =
      "relunet: warning: the cluster listens on this machine alone, but asks nobody who he is: every"
          + " user of the machine can run code as you through it, and read and write its Kafka's"
          + " topics. Use it only where you trust them all.";

  @Spec private CommandSpec spec;

  @Mixin private ClusterDirectoryOption place;

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      defaultValue = "" + LocalClusterSettings.DEFAULT_TASK_MANAGERS,
      description = "Processes that run tasks; default: ${DEFAULT-VALUE}")
  private int taskManagers;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "" + LocalClusterSettings.DEFAULT_SLOTS,
      description = "Tasks that each of them runs at a time; default: ${DEFAULT-VALUE}")
  private int slots;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "" + LocalClusterSettings.DEFAULT_HEAP_MEGABYTES,
      description = "Heap that the tasks of one share, in MB; default: ${DEFAULT-VALUE}")
  private int heapMegabytes;

  @Option(names = "--with-kafka", description = "Start a broker of Kafka too.")
  private boolean kafka;

  @Option(
      names = "--high-availability",
      description = "Let jobs outlive the JobManager: start ZooKeeper too.")
  private boolean highAvailability;

  @Override
  public Integer call() throws Exception {
    LocalCluster cluster = LocalCluster.start(settings());
    ClusterAddressLines.print(cluster.addresses(), spec.commandLine().getOut());
    spec.commandLine().getErr().println(EXPOSED);
    return ExitStatus.DONE;
  }

  private LocalClusterSettings settings() {
    try {
      return new LocalClusterSettings(
          place.directory(), taskManagers, slots, heapMegabytes, kafka, highAvailability);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
