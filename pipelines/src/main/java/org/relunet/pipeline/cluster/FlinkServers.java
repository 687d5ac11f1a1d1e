package org.relunet.pipeline.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A session cluster of Flink: a JobManager and a TaskManager, on the loopback interface alone. */
final class FlinkServers {
  private static final String LOOPBACK = "127.0.0.1";

  /** What Flink's own scripts open to it, as far as jobs of this program meet it. */
  private static final List<String> OPENED =
      Stream.of(
              "java.lang",
              "java.lang.reflect",
              "java.net",
              "java.io",
              "java.nio",
              "java.text",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.concurrent.locks")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private static final List<String> LOGGING =
      List.of(
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
          "-Dorg.slf4j.simpleLogger.showShortLogName=true");

  private final LocalClusterSettings settings;
  private final ClusterDirectory directory;
  private final ClusterClassPath classPath;
  private final TaskManagerMemory memory;
  private final int restPort;
  private final int rpcPort;

  FlinkServers(LocalClusterSettings settings, ClusterDirectory directory) throws IOException {
    this.settings = settings;
    this.directory = directory;
    classPath = ClusterClassPath.ofThisProcess();
    memory = new TaskManagerMemory(settings.heapMegabytes());
    List<Integer> ports = FreePorts.find(2);
    restPort = ports.get(0);
    rpcPort = ports.get(1);
  }

  /** host:port of the REST interface. */
  String master() {
    return LOOPBACK + ":" + restPort;
  }

  /** The servers, in the order in which they are to be started. */
  List<Server> servers() {
    List<String> arguments = List.of("--configDir", directory.configuration().toString());
    return List.of(
        new Server(
            "jobmanager",
            classPath.jobManager(),
            options(List.of("-Xmx512m", "-XX:MaxMetaspaceSize=256m")),
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            arguments),
        new Server(
            "taskmanager",
            classPath.taskManager(),
            options(memory.javaOptions()),
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            arguments));
  }

  private static List<String> options(List<String> memory) {
    // the piece tokenizer must not look for libraries in the network
    return Stream.of(memory, OPENED, LOGGING, List.of("-Dai.djl.offline=true"))
        .flatMap(List::stream)
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
    keys.put("taskmanager.resource-id", "taskmanager");
    keys.put("taskmanager.cpu.cores", settings.slots() + "");
    keys.put("taskmanager.numberOfTaskSlots", settings.slots() + "");
    keys.put("parallelism.default", "1");
    keys.put("io.tmp.dirs", directory.temporary().toString());
    return keys;
  }
}
