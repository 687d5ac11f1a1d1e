package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.FreePorts;

/** The servers of a cluster that is about to be started, each with its ports. */
final class ClusterPlan {
  private static final int PORTS_BESIDE_TASK_MANAGERS = 6;

  private final ClusterDirectory directory;
  private final FlinkServers flink;
  private final Optional<KafkaBroker> kafka;
  private final Optional<ZooKeeper> zooKeeper;

  ClusterPlan(LocalClusterSettings settings, ClusterDirectory directory) throws IOException {
    this.directory = directory;
    ClusterClassPath classPath = ClusterClassPath.ofThisProcess();
    Iterator<Integer> ports =
        FreePorts.find(PORTS_BESIDE_TASK_MANAGERS + settings.taskManagers()).iterator();
    kafka =
        settings.kafka()
            ? Optional.of(new KafkaBroker(directory, classPath, ports.next(), ports.next()))
            : Optional.empty();
    zooKeeper =
        settings.highAvailability()
            ? Optional.of(new ZooKeeper(directory, classPath, ports.next()))
            : Optional.empty();
    flink =
        new FlinkServers(settings, directory, classPath, zooKeeper.map(ZooKeeper::address), ports);
  }

  /** Writes what the servers read, and starts them all. */
  List<RunningServer> start() throws IOException {
    ServerLauncher launcher = new ServerLauncher(directory);
    directory.writeAddresses(addresses().toMap());
    List<Server> servers = new ArrayList<>();
    if (zooKeeper.isPresent()) {
      zooKeeper.get().prepare();
      servers.add(zooKeeper.get().server());
    }
    if (kafka.isPresent()) {
      kafka.get().prepare(launcher);
      servers.add(kafka.get().server());
    }
    flink.prepare();
    servers.addAll(flink.servers());
    List<RunningServer> running = new ArrayList<>();
    for (Server server : servers) {
      running.add(launcher.start(server));
    }
    return running;
  }

  private ClusterAddresses addresses() {
    return new ClusterAddresses(
        flink.master(),
        kafka.map(KafkaBroker::address),
        zooKeeper.map(ZooKeeper::address),
        flink.metrics());
  }
}
