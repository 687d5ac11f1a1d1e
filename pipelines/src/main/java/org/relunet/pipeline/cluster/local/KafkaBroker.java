package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.process.JavaCall;
import org.relunet.pipeline.cluster.process.JavaOptions;

/** A broker of Kafka that is its own controller, on the loopback interface alone. */
final class KafkaBroker {
  static final String NAME = "kafka";

  private static final String LOOPBACK = "127.0.0.1";
  private static final List<String> MEMORY = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private final ClusterDirectory directory;
  private final ClusterClassPath classPath;
  private final int port;
  private final int controllerPort;

  /**
   * @param port free port for clients
   * @param controllerPort free port for the broker's talks with itself as controller
   */
  KafkaBroker(
      ClusterDirectory directory, ClusterClassPath classPath, int port, int controllerPort) {
    this.directory = directory;
    this.classPath = classPath;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /** host:port for clients. */
  String address() {
    return LOOPBACK + ":" + port;
  }

  /** Writes its configuration, and makes its data directory unless there is one already. */
  void prepare(ServerLauncher launcher) throws IOException {
    ClusterDirectory.write(properties(), configuration());
    if (!Files.exists(directory.data(NAME).resolve("meta.properties"))) {
      launcher.runToItsEnd(
          server(
              "kafka-format",
              "kafka.tools.StorageTool",
              List.of(
                  "format",
                  "--cluster-id",
                  Uuid.randomUuid().toString(),
                  "--config",
                  configuration().toString())));
    }
  }

  Server server() {
    return server(NAME, "kafka.Kafka", List.of(configuration().toString()));
  }

  private Server server(String name, String mainClass, List<String> arguments) {
    List<String> options = JavaOptions.together(List.of(MEMORY, JavaOptions.LOGGING));
    return new Server(name, new JavaCall(options, classPath.broker(), mainClass, arguments));
  }

  private Path configuration() {
    return directory.configuration().resolve("server.properties");
  }

  private Properties properties() {
    Properties keys = new Properties();
    keys.setProperty("process.roles", "broker,controller");
    keys.setProperty("node.id", "1");
    keys.setProperty("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
    keys.setProperty(
        "listeners",
        "BROKER://%s,CONTROLLER://%s:%d".formatted(address(), LOOPBACK, controllerPort));
    keys.setProperty("inter.broker.listener.name", "BROKER");
    keys.setProperty("controller.listener.names", "CONTROLLER");
    keys.setProperty("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    keys.setProperty("log.dirs", directory.data(NAME).toString());
    // topics are made by who needs them, with as many partitions as they need
    keys.setProperty("auto.create.topics.enable", "false");
    keys.setProperty("offsets.topic.replication.factor", "1");
    keys.setProperty("offsets.topic.num.partitions", "4");
    keys.setProperty("transaction.state.log.replication.factor", "1");
    keys.setProperty("transaction.state.log.min.isr", "1");
    keys.setProperty("transaction.state.log.num.partitions", "4");
    keys.setProperty("group.initial.rebalance.delay.ms", "0");
    // of 128 MB by default, more than all else takes
    keys.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
    // one that was killed is soon taken back: until the session ends, its successor is refused
    keys.setProperty("broker.session.timeout.ms", "3000");
    keys.setProperty("broker.heartbeat.interval.ms", "500");
    // nobody else stands for election
    keys.setProperty("controller.quorum.election.timeout.ms", "500");
    keys.setProperty("controller.quorum.election.backoff.max.ms", "100");
    return keys;
  }
}
