package org.relunet.pipeline.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster of separate processes on this machine, for trying out and testing what a job does on a
 * cluster. It runs until it is stopped.
 */
public final class LocalCluster {
  private static final String FLINK_MASTER = "flink-master";
  private static final Comparator<RunningServer> LATEST_FIRST =
      Comparator.comparing(RunningServer::started).reversed();

  private final ClusterDirectory directory;

  /**
   * @param directory where it keeps what it must know
   */
  public LocalCluster(Path directory) {
    this.directory = new ClusterDirectory(directory.toAbsolutePath().normalize());
  }

  /**
   * Starts one and waits until it can run jobs. If it does not come up, nothing remains but logs.
   *
   * @throws ClusterException if one runs already, or it does not start
   */
  public static ClusterOverview start(LocalClusterSettings settings) throws IOException {
    LocalCluster cluster = new LocalCluster(settings.directory());
    cluster.requireNone();
    try (StopUnlessKept guard = new StopUnlessKept(cluster)) {
      cluster.startServers(settings);
      ClusterOverview overview =
          new StartUp(cluster, cluster.directory).waitForSlots(settings.slots());
      guard.keep();
      return overview;
    }
  }

  /** Ends all servers, the last one started first, and keeps their logs; returns what was ended. */
  public List<RunningServer> stop() throws IOException {
    List<RunningServer> alive =
        directory.servers().stream().filter(RunningServer::isAlive).sorted(LATEST_FIRST).toList();
    alive.forEach(RunningServer::stop);
    directory.forget();
    return alive;
  }

  public ClusterStatus status() throws IOException {
    return new ClusterStatus(
        directory.servers(), directory.address(FLINK_MASTER).flatMap(LocalCluster::ask));
  }

  private void requireNone() throws IOException {
    if (directory.servers().stream().anyMatch(RunningServer::isAlive)) {
      throw new ClusterException(
          "a cluster runs already in '"
              + directory.path()
              + "': use it, stop it with 'relunet cluster stop', or name another --directory");
    }
    directory.forget();
  }

  private void startServers(LocalClusterSettings settings) throws IOException {
    directory.create();
    FlinkServers flink = new FlinkServers(settings, directory);
    directory.writeConfiguration(flink.configuration());
    directory.writeAddresses(Map.of(FLINK_MASTER, flink.master()));
    ServerLauncher launcher = new ServerLauncher(directory);
    for (Server server : flink.servers()) {
      launcher.start(server);
    }
  }

  private static Optional<ClusterOverview> ask(String master) {
    try {
      return Optional.of(ClusterOverview.of(master));
    } catch (ClusterException e) {
      // not up yet, or no longer
      return Optional.empty();
    }
  }
}
