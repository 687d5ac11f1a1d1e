package org.relunet.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** At which ports the services of {@code compose.yaml} listen. */
final class Listeners {
  private static final Pattern KAFKA_LISTENER = Pattern.compile("://:(\\d+)");

  private Listeners() {}

  static Map<String, Set<String>> of(JsonNode services) throws IOException {
    JsonNode flink = DockerFiles.yaml("flink/config.yaml");
    String metrics = flink.at("/metrics/reporter/prometheus/port").asText();
    return Map.of(
        "kafka",
        KAFKA_LISTENER
            .matcher(services.path("kafka").path("environment").path("KAFKA_LISTENERS").asText())
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toSet()),
        "jobmanager",
        Set.of(
            flink.at("/rest/port").asText(),
            flink.at("/jobmanager/rpc/port").asText(),
            flink.at("/blob/server/port").asText(),
            metrics),
        "taskmanager",
        Set.of(metrics),
        // what their images listen at
        "prometheus",
        Set.of("9090"),
        "grafana",
        Set.of("3000"));
  }
}
