package org.relunet.pipeline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Flink cluster knows of a job beside its state, a few seconds old.
 *
 * @param restarts how often Flink has started it again
 * @param lastFailure what it failed of last, with its time; empty where it never did
 * @param modelVersion version of the model that a worker loaded last; empty before one has
 */
public record FlinkJobDetails(
    long restarts, Optional<String> lastFailure, Optional<String> modelVersion) {
  private static final Pattern MODEL = Pattern.compile(".*relunet.modelLoadedEpochSeconds_(.+)");
  private static final String RESTARTS = "numRestarts";

  static FlinkJobDetails of(FlinkRest rest, String id) {
    JsonNode job = rest.json("/jobs/" + id);
    return new FlinkJobDetails(restarts(rest, id), lastFailure(rest, id), model(rest, id, job));
  }

  private static long restarts(FlinkRest rest, String id) {
    return rest.json("/jobs/" + id + "/metrics?get=" + RESTARTS).path(0).path("value").asLong();
  }

  private static Optional<String> lastFailure(FlinkRest rest, String id) {
    JsonNode exceptions = rest.json("/jobs/" + id + "/exceptions?maxExceptions=1");
    String trace = exceptions.path("root-exception").asText("");
    if (exceptions.path("root-exception").isNull() || trace.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Instant.ofEpochMilli(exceptions.path("timestamp").asLong()) + " " + cause(trace));
  }

  /** The last cause that a stack trace names. */
  static String cause(String trace) {
    String cause = trace.lines().findFirst().orElse("");
    for (String line : trace.lines().toList()) {
      if (line.startsWith("Caused by: ")) {
        cause = line.substring("Caused by: ".length());
      }
    }
    return cause;
  }

  private static Optional<String> model(FlinkRest rest, String id, JsonNode job) {
    Optional<String> newest = Optional.empty();
    double loaded = 0;
    for (JsonNode vertex : job.path("vertices")) {
      String metrics =
          "/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (JsonNode metric : rest.json(metrics)) {
        String name = metric.path("id").asText();
        Matcher ofModel = MODEL.matcher(name);
        if (ofModel.matches()) {
          double at =
              rest.json(metrics + "?agg=max&get=" + FlinkRest.encoded(name))
                  .path(0)
                  .path("max")
                  .asDouble();
          if (at > loaded) {
            loaded = at;
            newest = Optional.of(ofModel.group(1));
          }
        }
      }
    }
    return newest;
  }
}
