package org.relunet.pipeline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * What a Flink cluster says of itself. Asked before any work: Flink's own client tries for a
 * minute.
 *
 * @param master host:port of its REST interface
 * @param taskManagers processes that work
 * @param slots tasks that they can run at a time
 * @param freeSlots slots without a task
 * @param flinkVersion Flink's version
 */
public record ClusterOverview(
    String master, int taskManagers, int slots, int freeSlots, String flinkVersion) {
  /**
   * @param master host:port
   * @throws ClusterException if no Flink cluster answers there
   */
  public static ClusterOverview of(String master) {
    return parse(master, new FlinkRest(master).get("/overview"));
  }

  /**
   * @throws ClusterException if the cluster's Flink differs from this program's in more than the
   *     last number: it would not understand the job
   */
  public void requireSameFlink() {
    String own = EnvironmentInformation.getVersion();
    if (!line(own).equals(line(flinkVersion))) {
      throw new ClusterException(
          "the cluster at %s runs Flink %s, but jobs are made for Flink %s: use such a cluster"
              .formatted(master, flinkVersion, line(own)));
    }
  }

  /** The version's first two numbers. */
  private static String line(String version) {
    return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  static ClusterOverview parse(String master, String answer) {
    try {
      JsonNode overview = new JsonMapper().readTree(answer);
      if (overview.path("flink-version").isTextual()) {
        return new ClusterOverview(
            master,
            overview.path("taskmanagers").asInt(),
            overview.path("slots-total").asInt(),
            overview.path("slots-available").asInt(),
            overview.path("flink-version").asText());
      }
    } catch (IOException e) {
      // told below: it is not Flink that answers
    }
    throw new ClusterException(
        "what answers at "
            + master
            + " is not the REST interface of a Flink cluster: name its host and port");
  }
}
