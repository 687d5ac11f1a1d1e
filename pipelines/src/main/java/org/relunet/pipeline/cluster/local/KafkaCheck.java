package org.relunet.pipeline.cluster.local;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.relunet.pipeline.cluster.ClusterException;

/** Whether a broker of Kafka answers. */
final class KafkaCheck {
  private static final int MILLIS_TO_ANSWER = 5_000;

  private KafkaCheck() {}

  /**
   * @param address host:port
   */
  static boolean answers(String address) {
    // Kafka's client would tell the log of every vain attempt
    if (!OpenPort.at(address)) {
      return false;
    }
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException e) {
      // still starting, or ending
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while asking Kafka at " + address, e);
    }
  }
}
