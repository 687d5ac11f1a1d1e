package org.relunet.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.process.FlinkRole;

class KubernetesTest {
  /** In a jar of the operator's. */
  private static final String DEFINITION =
      "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private static JsonNode flink;
  private static JsonNode stream;
  private static JsonNode schema;

  @BeforeAll
  static void read() throws IOException {
    flink = DockerFiles.yaml("kubernetes/flink.yaml");
    stream = DockerFiles.yaml("kubernetes/stream.yaml").at("/spec/template/spec");
    try (InputStream in = KubernetesTest.class.getClassLoader().getResourceAsStream(DEFINITION)) {
      schema =
          DockerFiles.yamlOf(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
    }
  }

  @Test
  void theClusterIsWhatTheOperatorsDefinitionAllows() {
    assertThat(flink.path("apiVersion").asText()).isEqualTo("flink.apache.org/v1beta1");
    assertThat(CustomResource.faults(flink.path("spec"), schema)).isEmpty();
  }

  @Test
  void whatItDoesNotAllowIsFound() {
    ObjectNode wrong = flink.path("spec").deepCopy();
    wrong.put("flinkVersion", "v0_1").put("replicas", 1);
    ((ObjectNode) wrong.path("jobManager")).put("replicas", "one");

    assertThat(CustomResource.faults(wrong, schema))
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("/flinkVersion: \"v0_1\" is none of"))
        .anyMatch(fault -> fault.equals("/replicas: unknown"))
        .anyMatch(fault -> fault.startsWith("/jobManager/replicas: \"one\" is no integer"));
  }

  @Test
  void itIsTheFlinkOfTheImage() {
    String[] version = EnvironmentInformation.getVersion().split("\\.");
    assertThat(flink.at("/spec/flinkVersion").asText())
        .isEqualTo("v" + version[0] + "_" + version[1]);
  }

  @Test
  void everyKeyOfItsConfigurationIsOneOfFlinks() {
    assertThat(configuration().keySet())
        .allSatisfy(key -> assertThat(FlinkKeys.isKnown(key)).as(key).isTrue());
  }

  @ParameterizedTest
  @EnumSource
  void memoryAddsUp(FlinkRole role) {
    Map<String, String> keys = new HashMap<>(configuration());
    // as the operator tells Flink
    String jobManager = flink.at("/spec/jobManager/resource/memory").asText();
    String taskManager = flink.at("/spec/taskManager/resource/memory").asText();
    keys.put("jobmanager.memory.process.size", jobManager);
    keys.put("taskmanager.memory.process.size", taskManager);

    assertThat(role.call(ClusterClassPath.ofThisProcess(), Configuration.fromMap(keys)).options())
        .anyMatch(option -> option.matches("-Xmx[1-9]\\d{8,}"));
  }

  @Test
  void metricsAreWhereItsPodsSay() {
    String port = configuration().get("metrics.reporter.prometheus.port");
    JsonNode pod = flink.at("/spec/podTemplate");

    assertThat(pod.at("/metadata/annotations").path("prometheus.io/port").asText()).isEqualTo(port);
    assertThat(pod.at("/spec/containers/0/ports/0/containerPort").asText()).isEqualTo(port);
  }

  @Test
  void theStreamIsSubmittedToItWithTheSameImageAndData() throws IOException {
    JsonNode claim = DockerFiles.yaml("kubernetes/storage.yaml");
    String claimed = "/volumes/0/persistentVolumeClaim/claimName";

    assertThat(Addresses.in(stream)).contains(flink.at("/metadata/name").asText() + "-rest:8081");
    assertThat(stream.at("/containers/0/image")).isEqualTo(flink.at("/spec/image"));
    assertThat(stream.at(claimed)).isEqualTo(claim.at("/metadata/name"));
    assertThat(flink.at("/spec/podTemplate/spec" + claimed)).isEqualTo(claim.at("/metadata/name"));
  }

  @Test
  void podsHaveNoRightThatTheyDoNotNeed() throws IOException {
    String dockerfile = Files.readString(DockerFiles.DIRECTORY.resolve("Dockerfile"));
    for (JsonNode pod : List.of(flink.at("/spec/podTemplate/spec"), stream)) {
      JsonNode rights = pod.path("securityContext");
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(rights.path("runAsNonRoot").asBoolean()).isTrue();
      assertThat(dockerfile).contains("USER " + rights.path("runAsUser").asText() + "\n");
      assertThat(rights.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
      JsonNode container = pod.at("/containers/0");
      assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
          .isFalse();
      assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(DockerFiles.texts(container.at("/securityContext/capabilities/drop")))
          .containsExactly("ALL");
      assertThat(container.at("/volumeMounts/1/mountPath").asText()).isEqualTo("/tmp");
      assertThat(pod.at("/volumes/1/name")).isEqualTo(container.at("/volumeMounts/1/name"));
      assertThat(pod.at("/volumes/1").has("emptyDir")).isTrue();
    }
  }

  @Test
  void flinkIsReachedByItselfTheStreamAndTheOperatorAlone() throws IOException {
    List<JsonNode> policies = DockerFiles.documents("kubernetes/network.yaml");
    JsonNode ofFlink = policies.get(0).path("spec");
    JsonNode ofStream = policies.get(1).path("spec");
    // the operator labels pods with the name of their deployment
    String app = flink.at("/metadata/name").asText();
    String streamApp =
        DockerFiles.yaml("kubernetes/stream.yaml")
            .at("/spec/template/metadata/labels/app")
            .asText();
    assertThat(ofFlink.at("/podSelector/matchLabels/app").asText()).isEqualTo(app);
    assertThat(ofStream.at("/podSelector/matchLabels/app").asText()).isEqualTo(streamApp);
    for (JsonNode policy : List.of(ofFlink, ofStream)) {
      assertThat(DockerFiles.texts(policy.path("policyTypes")))
          .containsExactlyInAnyOrder("Ingress", "Egress");
      for (JsonNode rule : policy.path("ingress")) {
        for (JsonNode from : rule.path("from")) {
          assertThat(from.at("/podSelector/matchLabels").isEmpty()).isFalse();
        }
        assertThat(rule.path("from").isEmpty()).isFalse();
      }
      assertThat(policy.path("egress").isEmpty()).isFalse();
    }
    assertThat(ofStream.path("ingress").isEmpty()).isTrue();
    assertThat(ofFlink.at("/ingress/0/from")).hasSize(1);
    assertThat(ofFlink.at("/ingress/0/from/0/podSelector/matchLabels/app").asText()).isEqualTo(app);
    assertThat(ofFlink.at("/ingress/1/from/0/podSelector/matchLabels/app").asText())
        .isEqualTo(streamApp);
    assertThat(ofFlink.at("/ingress/2/ports/0/port").asText())
        .isEqualTo(configuration().get("metrics.reporter.prometheus.port"));
    assertThat(ofStream.at("/egress/0/to/0/podSelector/matchLabels/app").asText()).isEqualTo(app);
    Set<String> out = new HashSet<>();
    ofStream.path("egress").findValuesAsText("port").forEach(out::add);
    assertThat(Addresses.in(stream))
        .isNotEmpty()
        .allMatch(address -> out.contains(address.substring(address.indexOf(':') + 1)));
  }

  @Test
  void allFilesAreListed() throws IOException {
    List<String> files =
        DockerFiles.texts(DockerFiles.yaml("kubernetes/kustomization.yaml").path("resources"));
    files.add("kustomization.yaml");
    files.add("retrain.yaml"); // for whoever retrains: it needs data of the user's own

    assertThat(DockerFiles.DIRECTORY.resolve("kubernetes").toFile().list())
        .containsExactlyInAnyOrderElementsOf(files);
  }

  private static Map<String, String> configuration() {
    return DockerFiles.entries(flink.at("/spec/flinkConfiguration"));
  }
}
