package org.relunet.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.ClusterOverview;
import org.relunet.pipeline.cluster.local.ClusterStatus;
import org.relunet.pipeline.cluster.local.LocalCluster;
import org.relunet.pipeline.cluster.local.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code relunet cluster status}. */
@Command(
    name = "status",
    description = {
      "Print processes, addresses and slots. The exit status is 1 unless the whole cluster is up.",
      ""
    })
final class ClusterStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterDirectoryOption place;

  @Override
  public Integer call() throws Exception {
    ClusterStatus status = new LocalCluster(place.directory()).status();
    PrintWriter out = spec.commandLine().getOut();
    if (status.servers().isEmpty()) {
      out.println("no cluster in " + place.directory());
    }
    for (RunningServer server : status.servers()) {
      out.println(server.name() + " " + (server.isAlive() ? "process " + server.pid() : "ended"));
    }
    status.addresses().ifPresent(addresses -> ClusterAddressLines.print(addresses, out));
    status.overview().ifPresent(overview -> print(overview, out));
    return status.isWhole() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static void print(ClusterOverview overview, PrintWriter out) {
    out.printf(Locale.ROOT, "slots %d, free %d%n", overview.slots(), overview.freeSlots());
  }
}
