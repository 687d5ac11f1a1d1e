package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.process.FlinkRole;
import org.relunet.pipeline.cluster.process.JavaCall;

/** A session cluster of Flink: a JobManager and TaskManagers, on the loopback interface alone. */
final class FlinkServers {
  static final String JOB_MANAGER = "jobmanager";

  private static final String LOOPBACK = "127.0.0.1";

  private final ClusterDirectory directory;
  private final ClusterClassPath classPath;
  private final int restPort;
  private final Map<String, String> configuration;
  private final Map<String, Integer> metricsPorts = new LinkedHashMap<>();

  /**
   * @param zooKeeper host:port of what remembers jobs while the JobManager is away, if anything
   *     does
   * @param ports free ports, of which it takes three, and one more for each TaskManager
   */
  FlinkServers(
      LocalClusterSettings settings,
      ClusterDirectory directory,
      ClusterClassPath classPath,
      Optional<String> zooKeeper,
      Iterator<Integer> ports) {
    this.directory = directory;
    this.classPath = classPath;
    restPort = ports.next();
    configuration =
        new FlinkConfiguration(settings, directory).keys(restPort, ports.next(), zooKeeper);
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

  /** Writes what the servers read. */
  void prepare() throws IOException {
    directory.writeConfiguration(configuration);
    LoopbackHttpServers.write(classes());
  }

  /** The servers, in the order in which they are to be started. */
  List<Server> servers() {
    return metricsPorts.keySet().stream().map(this::server).toList();
  }

  private Server server(String name) {
    boolean leads = name.equals(JOB_MANAGER);
    FlinkRole role = leads ? FlinkRole.JOBMANAGER : FlinkRole.TASKMANAGER;
    List<String> arguments =
        new ArrayList<>(List.of("--configDir", directory.configuration().toString()));
    // what differs from server to server
    arguments.addAll(List.of("-D", "metrics.reporter.prometheus.port=" + metricsPorts.get(name)));
    if (!leads) {
      arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
    }
    JavaCall call =
        role.call(classPath, Configuration.fromMap(configuration))
            .withOptions(LoopbackHttpServers.javaOptions())
            .withFirst(classes().toString())
            .withArguments(arguments);
    return new Server(name, call);
  }

  private Path classes() {
    return directory.configuration().resolve("classes");
  }
}
