package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.process.JavaCall;
import org.relunet.pipeline.cluster.process.JavaOptions;

/**
 * What remembers Flink's jobs, and who is their JobManager: the ZooKeeper that Flink brings, on the
 * loopback interface alone.
 */
final class ZooKeeper {
  static final String NAME = "zookeeper";

  private static final String LOOPBACK = "127.0.0.1";
  private static final List<String> MEMORY = List.of("-Xmx128m", "-XX:+UseSerialGC");

  private final ClusterDirectory directory;
  private final ClusterClassPath classPath;
  private final int port;

  /**
   * @param port free port for clients
   */
  ZooKeeper(ClusterDirectory directory, ClusterClassPath classPath, int port) {
    this.directory = directory;
    this.classPath = classPath;
    this.port = port;
  }

  /** host:port for clients. */
  String address() {
    return LOOPBACK + ":" + port;
  }

  /** Writes its configuration. */
  void prepare() throws IOException {
    ClusterDirectory.write(properties(), configuration());
  }

  Server server() {
    JavaCall call =
        new JavaCall(
            JavaOptions.together(List.of(MEMORY, JavaOptions.LOGGING)),
            classPath.jobManager(),
            "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
            List.of("--zkConfigFile", configuration().toString(), "--peerId", "1"));
    return new Server(NAME, call);
  }

  private Path configuration() {
    return directory.configuration().resolve("zoo.cfg");
  }

  private Properties properties() {
    Properties keys = new Properties();
    keys.setProperty("clientPort", port + "");
    keys.setProperty("clientPortAddress", LOOPBACK);
    keys.setProperty("dataDir", directory.highAvailability().resolve(NAME).toString());
    keys.setProperty("admin.enableServer", "false");
    // milliseconds; sessions last from 2 to 20 of them
    keys.setProperty("tickTime", "500");
    keys.setProperty("initLimit", "10");
    keys.setProperty("syncLimit", "5");
    // kB; the 64 MB of the default are for more
    keys.setProperty("preAllocSize", "1024");
    return keys;
  }
}
