package org.relunet.pipeline.cluster.local;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of Flink's configuration that all servers of a cluster share. */
final class FlinkConfiguration {
  private static final String LOOPBACK = "127.0.0.1";

  private final LocalClusterSettings settings;
  private final ClusterDirectory directory;
  private final Map<String, String> keys = new TreeMap<>();

  FlinkConfiguration(LocalClusterSettings settings, ClusterDirectory directory) {
    this.settings = settings;
    this.directory = directory;
  }

  /**
   * All keys.
   *
   * @param restPort port of the REST interface
   * @param rpcPort port for the JobManager's talks with TaskManagers
   * @param zooKeeper host:port of what remembers jobs while the JobManager is away, if anything
   *     does
   */
  Map<String, String> keys(int restPort, int rpcPort, Optional<String> zooKeeper) {
    addAddresses(restPort, rpcPort);
    addTaskManagers();
    addState();
    addFailures();
    addMetrics();
    zooKeeper.ifPresent(this::addHighAvailability);
    return keys;
  }

  private void addAddresses(int restPort, int rpcPort) {
    keys.put("jobmanager.rpc.address", LOOPBACK);
    keys.put("jobmanager.rpc.port", rpcPort + "");
    keys.put("jobmanager.bind-host", LOOPBACK);
    keys.put("rest.address", LOOPBACK);
    keys.put("rest.bind-address", LOOPBACK);
    keys.put("rest.port", restPort + "");
    keys.put("rest.bind-port", restPort + "");
    keys.put("taskmanager.host", LOOPBACK);
    keys.put("taskmanager.bind-host", LOOPBACK);
  }

  private void addTaskManagers() {
    keys.putAll(new TaskManagerMemory(settings.heapMegabytes()).configuration());
    keys.put("jobmanager.memory.process.size", "1024m");
    keys.put("taskmanager.cpu.cores", settings.slots() + "");
    keys.put("taskmanager.numberOfTaskSlots", settings.slots() + "");
    keys.put("parallelism.default", "1");
    keys.put("io.tmp.dirs", directory.temporary().toString());
  }

  private void addState() {
    keys.put("state.checkpoints.dir", directory.data("checkpoints").toUri().toString());
    keys.put("state.savepoints.dir", directory.data("savepoints").toUri().toString());
  }

  private void addFailures() {
    // No restart strategy. Flink's own serves both: jobs with checkpoints are tried again for as
    // long
    // as it takes, and others, such as those that read files, fail and tell why.
    // a process that is gone is noticed by two calls in vain, one that hangs by the timeout alone
    keys.put("heartbeat.interval", "1000");
    keys.put("heartbeat.rpc-failure-threshold", "2");
    keys.put("heartbeat.timeout", "20000");
  }

  private void addMetrics() {
    keys.put(
        "metrics.reporter.prometheus.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
  }

  private void addHighAvailability(String zooKeeper) {
    keys.put("high-availability.type", "zookeeper");
    keys.put("high-availability.zookeeper.quorum", zooKeeper);
    keys.put(
        "high-availability.storageDir",
        directory.highAvailability().resolve("flink").toUri().toString());
    // a JobManager that was killed leads until its session is over
    keys.put("high-availability.zookeeper.client.session-timeout", "6000");
    keys.put("high-availability.zookeeper.client.tolerate-suspended-connections", "true");
  }
}
