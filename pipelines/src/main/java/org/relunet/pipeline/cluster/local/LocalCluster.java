package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relunet.pipeline.cluster.ClusterException;

/**
 * A cluster of separate processes on this machine, for trying out and testing what a job does on a
 * cluster. It runs until it is stopped.
 */
public final class LocalCluster {
  /**
   * Those that others rest on end after them; the TaskManagers, which are not named here, first.
   */
  private static final List<String> LAST_TO_STOP =
      List.of(FlinkServers.JOB_MANAGER, KafkaBroker.NAME, ZooKeeper.NAME);

  private final ClusterDirectory directory;

  /**
   * @param directory where it keeps what it must know
   */
  public LocalCluster(Path directory) {
    this.directory = new ClusterDirectory(directory.toAbsolutePath().normalize());
  }

  /**
   * Starts one and waits until it can run jobs. If it does not come up, nothing remains but logs
   * and data.
   *
   * @throws ClusterException if one runs already, or it does not start
   */
  public static LocalCluster start(LocalClusterSettings settings) throws IOException {
    LocalCluster cluster = new LocalCluster(settings.directory());
    cluster.requireNone();
    try (StopUnlessKept guard = new StopUnlessKept(cluster)) {
      cluster.directory.create();
      List<RunningServer> servers = new ClusterPlan(settings, cluster.directory).start();
      new StartUp(cluster.directory).waitFor(servers);
      guard.keep();
      return cluster;
    }
  }

  /**
   * Where its servers listen.
   *
   * @throws ClusterException if there is no cluster
   */
  public ClusterAddresses addresses() throws IOException {
    return knownAddresses()
        .orElseThrow(() -> new ClusterException("there is no cluster in '%s'".formatted(path())));
  }

  public ClusterStatus status() throws IOException {
    Optional<Readiness> readiness = knownAddresses().map(Readiness::new);
    return readiness.isEmpty()
        ? ClusterStatus.NONE
        : new ClusterStatus(
            directory.servers(),
            knownAddresses(),
            readiness.get().flink(),
            readiness.get().kafka());
  }

  /**
   * Ends a server without a chance to put anything in order, as a crash would.
   *
   * @param name as {@link #status()} names it
   * @throws ClusterException if there is none of this name
   */
  public void kill(String name) throws IOException {
    server(name).kill();
  }

  /**
   * Starts a server again that has ended, with its addresses and data; one that lives is ended
   * before. Waits until it does its work.
   *
   * @param name as {@link #status()} names it
   * @throws ClusterException if there is none of this name, or it does not start
   */
  public void restart(String name) throws IOException {
    server(name).stop();
    RunningServer again = new ServerLauncher(directory).startAgain(name);
    new StartUp(directory).waitFor(List.of(again));
  }

  /**
   * Ends all servers, those first that rest on others, and keeps their logs and data; returns what
   * was ended.
   */
  public List<RunningServer> stop() throws IOException {
    List<RunningServer> alive =
        directory.servers().stream()
            .filter(RunningServer::isAlive)
            .sorted(Comparator.comparingInt(server -> LAST_TO_STOP.indexOf(server.name())))
            .toList();
    alive.forEach(RunningServer::stop);
    directory.forget();
    return alive;
  }

  private void requireNone() throws IOException {
    if (directory.servers().stream().anyMatch(RunningServer::isAlive)) {
      throw new ClusterException(
          "a cluster runs already in '"
              + path()
              + "': use it, stop it with 'relunet cluster stop', or name another --directory");
    }
    directory.forget();
  }

  private RunningServer server(String name) throws IOException {
    List<RunningServer> servers = directory.servers();
    return servers.stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ClusterException(
                    "the cluster in '%s' has no server '%s'; it has %s"
                        .formatted(path(), name, names(servers))));
  }

  private static String names(List<RunningServer> servers) {
    return servers.isEmpty()
        ? "none"
        : servers.stream().map(RunningServer::name).collect(Collectors.joining(", "));
  }

  private Optional<ClusterAddresses> knownAddresses() throws IOException {
    return Optional.of(directory.addresses())
        .filter(addresses -> !addresses.isEmpty())
        .map(ClusterAddresses::of);
  }

  private Path path() {
    return directory.path();
  }
}
