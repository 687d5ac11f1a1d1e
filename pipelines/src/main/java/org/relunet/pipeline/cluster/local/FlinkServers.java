package org.relunet.pipeline.cluster.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
  private final TaskManagerMemory memory;
  private final int restPort;
  private final int rpcPort;

  /**
   * @param restPort free port for the REST interface
   * @param rpcPort free port for the JobManager's talks with TaskManagers
   */
  FlinkServers(
      LocalClusterSettings settings,
      ClusterDirectory directory,
      ClusterClassPath classPath,
      int restPort,
      int rpcPort) {
    this.settings = settings;
    this.directory = directory;
    this.classPath = classPath;
    this.restPort = restPort;
    this.rpcPort = rpcPort;
    memory = new TaskManagerMemory(settings.heapMegabytes());
  }

  /** host:port of the REST interface. */
  String master() {
    return LOOPBACK + ":" + restPort;
  }

  /** The servers, in the order in which they are to be started. */
  List<Server> servers() {
    Stream<Server> taskManagers =
        IntStream.rangeClosed(1, settings.taskManagers())
            .mapToObj(number -> taskManager("taskmanager-" + number));
    return Stream.concat(Stream.of(jobManager()), taskManagers).toList();
  }

  private Server jobManager() {
    return new Server(
        JOB_MANAGER,
        classPath.jobManager(),
        JavaOptions.together(List.of(JOB_MANAGER_MEMORY, JavaOptions.OPENED, JavaOptions.LOGGING)),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        arguments(Map.of()));
  }

  private Server taskManager(String name) {
    return new Server(
        name,
        classPath.taskManager(),
        JavaOptions.together(
            List.of(
                memory.javaOptions(),
                JavaOptions.OPENED,
                JavaOptions.LOGGING,
                JavaOptions.OFFLINE)),
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        arguments(Map.of("taskmanager.resource-id", name)));
  }

  /** What differs from server to server stands on their command lines. */
  private List<String> arguments(Map<String, String> own) {
    Path configuration = directory.configuration();
    return Stream.concat(
            Stream.of("--configDir", configuration.toString()),
            own.entrySet().stream()
                .flatMap(key -> Stream.of("-D", key.getKey() + "=" + key.getValue())))
        .toList();
  }

  /** The keys of Flink's configuration, for all servers. */
  Map<String, String> configuration() {
    Map<String, String> keys = new TreeMap<>(memory.configuration());
    keys.put("jobmanager.rpc.address", LOOPBACK);
    keys.put("jobmanager.rpc.port", rpcPort + "");
    keys.put("jobmanager.bind-host", LOOPBACK);
    keys.put("jobmanager.memory.process.size", "1024m");
    keys.put("rest.address", LOOPBACK);
    keys.put("rest.bind-address", LOOPBACK);
    keys.put("rest.port", restPort + "");
    keys.put("rest.bind-port", restPort + "");
    keys.put("taskmanager.host", LOOPBACK);
    keys.put("taskmanager.bind-host", LOOPBACK);
    keys.put("taskmanager.cpu.cores", settings.slots() + "");
    keys.put("taskmanager.numberOfTaskSlots", settings.slots() + "");
    keys.put("parallelism.default", "1");
    keys.put("io.tmp.dirs", directory.temporary().toString());
    return keys;
  }
}
