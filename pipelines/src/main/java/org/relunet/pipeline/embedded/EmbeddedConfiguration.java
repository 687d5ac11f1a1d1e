package org.relunet.pipeline.embedded;

import java.nio.file.Path;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Flink's configuration inside this process, the same for every command. */
final class EmbeddedConfiguration {
  private static final String LOOPBACK = "127.0.0.1";

  private EmbeddedConfiguration() {}

  /**
   * @param directory for whatever Flink writes meanwhile
   */
  static Configuration in(Path directory) {
    Configuration all = new Configuration();
    all.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
    all.set(DeploymentOptions.ATTACHED, true);
    all.set(RestOptions.ADDRESS, LOOPBACK);
    all.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    all.set(RestOptions.BIND_PORT, "0");
    // the BLOB server listens there too; nothing is sent through it, as the parts of one process
    // hand each other what they need
    all.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    all.set(BlobServerOptions.OFFLOAD_MINSIZE, Integer.MAX_VALUE);
    all.set(TaskManagerOptions.HOST, LOOPBACK);
    all.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    all.set(CoreOptions.TMP_DIRS, directory.toString());
    // the jobs' classes are those of this process
    all.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    return all;
  }
}
