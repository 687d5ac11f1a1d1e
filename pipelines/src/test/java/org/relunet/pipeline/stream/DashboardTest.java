package org.relunet.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.metrics.Metric;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relunet.deployment.DockerFiles;
import org.relunet.pipeline.lag.LagMetrics;

/** The dashboard, and the way that a stream's metrics take to it. */
class DashboardTest {
  /** As Flink's reporter spells Beam's metrics: other signs are replaced. */
  private static final String REPORTED = "flink_taskmanager_job_task_operator_relunet_";

  private static JsonNode dashboard;
  private static RelabelRules rules;

  @BeforeAll
  static void read() throws IOException {
    dashboard = DockerFiles.json("grafana/dashboards/relunet-stream.json");
    rules =
        new RelabelRules(
            DockerFiles.yaml("prometheus.yml").at("/scrape_configs/1/metric_relabel_configs"));
  }

  @Test
  void itShowsMetricsOfTheStreamAlone() throws ReflectiveOperationException {
    Set<String> known =
        names().stream()
            .map(name -> rules.labels(REPORTED + name).get("__name__"))
            .collect(Collectors.toSet());

    assertThat(known).hasSizeGreaterThan(10).allMatch(name -> name.matches("relunet_[A-Za-z]+"));
    assertThat(shown("relunet_\\w+")).hasSizeGreaterThan(10).isSubsetOf(known);
  }

  @Test
  void bucketsRelationsAndModelsBecomeLabels() {
    assertThat(rules.labels(REPORTED + "latencyMillisBucket_500"))
        .isEqualTo(Map.of("__name__", "relunet_latencyMillisBucket", "le", "500"));
    assertThat(rules.labels(REPORTED + "latencyMillisBucket_inf")).containsEntry("le", "+Inf");
    assertThat(rules.labels(REPORTED + "triples_place_of_birth"))
        .isEqualTo(Map.of("__name__", "relunet_triples", "relation", "place_of_birth"));
    assertThat(rules.labels(REPORTED + "recordsByModel_webnlg_1"))
        .isEqualTo(Map.of("__name__", "relunet_recordsByModel", "model", "webnlg_1"));
    assertThat(rules.labels(REPORTED + "lag_my_texts_12"))
        .isEqualTo(Map.of("__name__", "relunet_lag", "topic", "my_texts", "partition", "12"));
    assertThat(rules.labels("flink_taskmanager_job_task_numRecordsIn"))
        .isEqualTo(Map.of("__name__", "flink_taskmanager_job_task_numRecordsIn"));
  }

  @Test
  void panelsAskTheProvisionedPrometheus() throws IOException {
    JsonNode source =
        DockerFiles.yaml("grafana/provisioning/datasources/prometheus.yaml").at("/datasources/0");

    assertThat(dashboard.findValues("datasource"))
        .isNotEmpty()
        .allMatch(each -> each.path("uid").equals(source.path("uid")))
        .allMatch(each -> each.path("type").equals(source.path("type")));
    assertThat(source.at("/jsonData/timeInterval"))
        .isEqualTo(DockerFiles.yaml("prometheus.yml").at("/global/scrape_interval"));
  }

  @Test
  void grafanaFindsItWhereItIsMounted() throws IOException {
    String path =
        DockerFiles.yaml("grafana/provisioning/dashboards/relunet.yaml")
            .at("/providers/0/options/path")
            .asText();

    assertThat(DockerFiles.yaml("compose.yaml").at("/services/grafana/volumes"))
        .anyMatch(mount -> mount.asText().equals("./grafana/dashboards:" + path + ":ro"));
  }

  @Test
  void panelsHaveIdsOfTheirOwn() {
    List<JsonNode> ids = new ArrayList<>();
    dashboard.path("panels").forEach(panel -> ids.add(panel.path("id")));

    assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
  }

  /** All names that a stream's metrics can have. */
  private static List<String> names() throws ReflectiveOperationException {
    List<String> names = new ArrayList<>(LatencyBuckets.names());
    names.addAll(LagMetrics.names());
    StreamMetrics metrics = new StreamMetrics();
    for (Field field : StreamMetrics.class.getDeclaredFields()) {
      if (Metric.class.isAssignableFrom(field.getType())) {
        field.setAccessible(true);
        names.add(((Metric) field.get(metrics)).getName().getName());
      }
    }
    return Stream.concat(names.stream(), Stream.of("triples_relation", "recordsByModel_version"))
        .toList();
  }

  private static Set<String> shown(String pattern) {
    return dashboard.findValues("expr").stream()
        .flatMap(expression -> Pattern.compile(pattern).matcher(expression.asText()).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
