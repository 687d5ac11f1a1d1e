package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relunet.pipeline.cluster.ClusterClassPath;

/** A session cluster of Flink: a JobManager and TaskManagers, on the loopback interface alone. */
final class FlinkServers {
  static final String JOB_MANAGER = "jobmanager";

  private static final String LOOPBACK = "127.0.0.1";
  private static final List<String> JOB_MANAGER_MEMORY =
      List.of("-Xmx512m", "-XX:MaxMetaspaceSize=256m");

  private final LocalClusterSettings settings;
  private final ClusterDirectory directory;
  private final ClusterClassPath classPath;
  private final int restPort;
  private final int rpcPort;
  private final Map<String, Integer> metricsPorts = new LinkedHashMap<>();

  /**
   * @param ports free ports, of which it takes three, and one more for each TaskManager
   */
  FlinkServers(
      LocalClusterSettings settings,
      ClusterDirectory directory,
      ClusterClassPath classPath,
      Iterator<Integer> ports) {
    this.settings = settings;
    this.directory = directory;
    this.classPath = classPath;
    restPort = ports.next();
    rpcPort = ports.next();
    metricsPorts.put(JOB_MANAGER, ports.next());
    for (int number = 1; number <= settings.taskManagers(); number++) {
      metricsPorts.put("taskmanager-" + number, ports.next());
    }
  }

  /** host:port of the REST interface. */
  String master() {
    return LOOPBACK + ":" + restPort;
  }

  /** Each server's name, and host:port of its metrics. */
  Map<String, String> metrics() {
    Map<String, String> addresses = new LinkedHashMap<>();
    metricsPorts.forEach((name, port) -> addresses.put(name, LOOPBACK + ":" + port));
    return addresses;
  }

  /**
   * Writes the configuration.
   *
   * @param zooKeeper host:port of what remembers jobs while the JobManager is away, if anything
   *     does
   */
  void prepare(Optional<String> zooKeeper) throws IOException {
    directory.writeConfiguration(
        new FlinkConfiguration(settings, directory).keys(restPort, rpcPort, zooKeeper));
    LoopbackHttpServers.write(classes());
  }

  /** The servers, in the order in which they are to be started. */
  List<Server> servers() {
    List<Server> servers = new ArrayList<>();
    for (String name : metricsPorts.keySet()) {
      servers.add(name.equals(JOB_MANAGER) ? jobManager() : taskManager(name));
    }
    return servers;
  }

  private Server jobManager() {
    return new Server(
        JOB_MANAGER,
        withClasses(classPath.jobManager()),
        options(List.of(JOB_MANAGER_MEMORY)),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        arguments(JOB_MANAGER, Map.of()));
  }

  private Server taskManager(String name) {
    List<String> memory = new TaskManagerMemory(settings.heapMegabytes()).javaOptions();
    return new Server(
        name,
        withClasses(classPath.taskManager()),
        options(List.of(memory, JavaOptions.nativeLibraries())),
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        arguments(name, Map.of("taskmanager.resource-id", name)));
  }

  private static List<String> options(List<List<String>> own) {
    return JavaOptions.together(
        List.of(
            JavaOptions.together(own),
            JavaOptions.OPENED,
            JavaOptions.LOGGING,
            LoopbackHttpServers.javaOptions()));
  }

  /** What differs from server to server stands on their command lines. */
  private List<String> arguments(String name, Map<String, String> own) {
    List<String> arguments =
        new ArrayList<>(List.of("--configDir", directory.configuration().toString()));
    arguments.addAll(List.of("-D", "metrics.reporter.prometheus.port=" + metricsPorts.get(name)));
    own.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private List<String> withClasses(List<String> jars) {
    return Stream.concat(Stream.of(classes().toString()), jars.stream()).toList();
  }

  private Path classes() {
    return directory.configuration().resolve("classes");
  }
}
