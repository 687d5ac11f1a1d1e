package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relunet.deployment.DockerFiles;
import org.relunet.pipeline.cluster.FreePorts;
import org.relunet.pipeline.kafka.Broker;

/** What a running stream tells Prometheus, and whether that is what the alert rules ask for. */
@ExtendWith(Broker.Resolver.class)
class WatchedStreamTest {
  /** Prometheus makes it itself. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private static final Set<String> FUNCTIONS =
      Set.of("max", "sum", "rate", "increase", "time", "for", "and", "le");

  private final Broker broker;

  WatchedStreamTest(Broker broker) {
    this.broker = broker;
  }

  @Test
  void lagMovesWithoutMessagesAndEveryAlertAsksForAMetricThatExists() throws Exception {
    String texts = broker.topic("texts", 3);
    String triples = broker.topic("triples", 1);
    String letters = broker.topic("letters", 1);
    int port = FreePorts.find(1).get(0);
    StreamSettings settings =
        RunningStream.settings(
            broker.address(),
            "group-" + UUID.randomUUID(),
            List.of(texts),
            triples,
            letters,
            Delivery.AT_LEAST_ONCE,
            ErrorTolerance.ALL);
    broker.send(
        List.of(
            new ProducerRecord<>(texts, 0, null, "Ann likes Bob.".getBytes(UTF_8)),
            new ProducerRecord<>(texts, 1, null, "{}".getBytes(UTF_8))));

    Set<String> seen = new TreeSet<>();
    try (RunningStream stream = new RunningStream(settings, 2, port)) {
      stream.until(() -> broker.committed(triples).size() == 1);
      stream.until(
          () -> {
            Map<String, Double> now = scrape(port);
            seen.addAll(now.keySet());
            return now.getOrDefault("relunet_lagSum", -1.0) == 0;
          });
      double told = scrape(port).get("relunet_lagUpdatedEpochSeconds");
      stream.until(() -> scrape(port).get("relunet_lagUpdatedEpochSeconds") > told);
      assertThat(partitions(port, texts)).containsExactlyInAnyOrder("0", "1", "2");
    }

    assertThat(asked()).hasSizeGreaterThan(8).isSubsetOf(seen);
  }

  private static Set<String> asked() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonNode rule : DockerFiles.yaml("prometheus-alerts.yml").at("/groups/0/rules")) {
      expressions.add(rule.path("expr").asText());
      assertThat(rule.path("labels").path("severity").asText()).matches("critical|warning");
      assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
    }
    return expressions.stream()
        .map(expression -> expression.replaceAll("\\{[^}]*}|\\[[^]]*]", ""))
        .flatMap(expression -> Pattern.compile("[A-Za-z_]\\w*").matcher(expression).results())
        .map(MatchResult::group)
        .filter(name -> !FUNCTIONS.contains(name) && !OF_PROMETHEUS.contains(name))
        .collect(Collectors.toSet());
  }

  /** Largest value by name, as Prometheus has it after its relabelling. */
  private static Map<String, Double> scrape(int port) {
    Map<String, Double> largest = new HashMap<>();
    for (String line : lines(port)) {
      largest.merge(
          labels(line).get("__name__"),
          Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)),
          Math::max);
    }
    return largest;
  }

  private static List<String> partitions(int port, String topic) {
    return lines(port).stream()
        .map(WatchedStreamTest::labels)
        .filter(labels -> labels.get("__name__").equals("relunet_lag"))
        .filter(labels -> labels.get("topic").equals(topic.replace('-', '_')))
        .map(labels -> labels.get("partition"))
        .toList();
  }

  private static Map<String, String> labels(String line) {
    try {
      RelabelRules rules =
          new RelabelRules(
              DockerFiles.yaml("prometheus.yml").at("/scrape_configs/1/metric_relabel_configs"));
      return rules.labels(line.split("[{ ]", 2)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(int port) {
    try (var answer = URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
