package org.relunet.pipeline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The TaskManagers that a Flink cluster knows. One that died is known for some seconds more. */
public final class FlinkTaskManagers {
  private final FlinkRest rest;

  /**
   * @param master host:port of the cluster's REST interface
   */
  public FlinkTaskManagers(String master) {
    this.rest = new FlinkRest(master);
  }

  /**
   * Whether one has slots to offer and was heard of after a time, such as that of its start.
   *
   * @param id its resource id
   * @throws ClusterException if the cluster does not answer
   */
  public boolean hasHeardOf(String id, Instant since) {
    for (JsonNode each : rest.json("/taskmanagers").path("taskmanagers")) {
      // in spite of its name it is a time, in milliseconds
      Instant heard = Instant.ofEpochMilli(each.path("timeSinceLastHeartbeat").asLong());
      if (each.path("id").asText().equals(id)
          && each.path("slotsNumber").asInt() > 0
          && heard.isAfter(since)) {
        return true;
      }
    }
    return false;
  }
}
