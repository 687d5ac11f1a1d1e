package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.FreePorts;

/** The servers of a cluster that is about to be started, each with its ports. */
final class ClusterPlan {
  private final ClusterDirectory directory;
  private final FlinkServers flink;
  private final Optional<KafkaBroker> kafka;

  ClusterPlan(LocalClusterSettings settings, ClusterDirectory directory) throws IOException {
    this.directory = directory;
    ClusterClassPath classPath = ClusterClassPath.ofThisProcess();
    List<Integer> ports = FreePorts.find(4);
    flink = new FlinkServers(settings, directory, classPath, ports.get(0), ports.get(1));
    kafka =
        settings.kafka()
            ? Optional.of(new KafkaBroker(directory, classPath, ports.get(2), ports.get(3)))
            : Optional.empty();
  }

  /** Writes what the servers read, and starts them all. */
  List<RunningServer> start() throws IOException {
    ServerLauncher launcher = new ServerLauncher(directory);
    directory.writeConfiguration(flink.configuration());
    directory.writeAddresses(addresses().toMap());
    List<Server> servers = new ArrayList<>();
    if (kafka.isPresent()) {
      kafka.get().prepare(launcher);
      servers.add(kafka.get().server());
    }
    servers.addAll(flink.servers());
    List<RunningServer> running = new ArrayList<>();
    for (Server server : servers) {
      running.add(launcher.start(server));
    }
    return running;
  }

  private ClusterAddresses addresses() {
    return new ClusterAddresses(flink.master(), kafka.map(KafkaBroker::address));
  }
}
