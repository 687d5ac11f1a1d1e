package org.relunet.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
  private static JsonNode compose;
  private static JsonNode services;

  @BeforeAll
  static void read() throws IOException {
    compose = DockerFiles.yaml("compose.yaml");
    services = compose.path("services");
  }

  @Test
  void filesAndVolumesThatItMountsAreThere() {
    for (JsonNode service : services) {
      for (String mount : DockerFiles.texts(service.path("volumes"))) {
        String source = mount.replaceFirst(":/.*", "");
        if (source.startsWith("./")) {
          assertThat(DockerFiles.DIRECTORY.resolve(source)).exists();
        } else if (!source.startsWith("${")) {
          assertThat(compose.path("volumes").has(source)).as(source).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.gpu.yaml"})
  void whatItBuildsIsTheImageOfTheDockerfile(String file) throws IOException {
    String dockerfile = Files.readString(DockerFiles.DIRECTORY.resolve("Dockerfile"));
    for (JsonNode service : DockerFiles.yaml(file).path("services")) {
      JsonNode build = service.path("build");
      if (build.has("dockerfile")) {
        Path context = DockerFiles.DIRECTORY.resolve(build.path("context").asText());
        assertThat(context.resolve(build.path("dockerfile").asText())).isRegularFile();
      }
      assertThat(DockerFiles.entries(build.path("args")).keySet())
          .allSatisfy(name -> assertThat(dockerfile).contains("ARG " + name + "="));
    }
  }

  @Test
  void forAGpuOnlyServicesThatThereAreChange() throws IOException {
    JsonNode replaced = DockerFiles.yaml("compose.gpu.yaml").path("services");
    assertThat(DockerFiles.entries(replaced).keySet()).isNotEmpty().allMatch(services::has);
  }

  @Test
  void servicesStartAfterServicesThatThereAre() {
    for (JsonNode service : services) {
      JsonNode before = service.path("depends_on");
      Collection<String> names =
          before.isArray() ? DockerFiles.texts(before) : DockerFiles.entries(before).keySet();
      assertThat(names).allMatch(services::has);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose.yaml",
        "flink/config.yaml",
        "prometheus.yml",
        "grafana/provisioning/datasources/prometheus.yaml"
      })
  void whoIsAddressedListensAtThatPort(String file) throws IOException {
    Map<String, Set<String>> listening = Listeners.of(services);
    for (String address : Addresses.in(DockerFiles.yaml(file))) {
      String[] hostAndPort = address.split(":");
      assertThat(listening).as(address).containsKey(hostAndPort[0]);
      assertThat(listening.get(hostAndPort[0])).as(address).contains(hostAndPort[1]);
    }
  }

  @Test
  void portsOfThisMachineAreThoseOfTheLoopbackInterface() throws IOException {
    Map<String, Set<String>> listening = Listeners.of(services);
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      for (String port : DockerFiles.texts(service.getValue().path("ports"))) {
        assertThat(port).matches("127\\.0\\.0\\.1:(\\d+):\\1");
        assertThat(listening.get(service.getKey()))
            .contains(port.substring(port.lastIndexOf(':') + 1));
      }
    }
  }

  @Test
  void noServiceHasCapabilitiesAndOursWriteOnlyToWhatIsMounted() {
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      JsonNode each = service.getValue();
      assertThat(DockerFiles.texts(each.path("cap_drop"))).as(service.getKey()).contains("ALL");
      assertThat(each.has("cap_add") || each.has("privileged")).as(service.getKey()).isFalse();
      assertThat(DockerFiles.texts(each.path("security_opt")))
          .as(service.getKey())
          .contains("no-new-privileges:true");
      if (each.path("image").asText().startsWith("relunet:")) {
        assertThat(each.path("read_only").asBoolean()).as(service.getKey()).isTrue();
        assertThat(DockerFiles.texts(each.path("tmpfs")))
            .as(service.getKey())
            .anyMatch(place -> place.startsWith("/tmp:exec"));
      }
    }
  }

  @Test
  void theBrokerUnderstandsItsConfiguration() {
    Properties properties = new Properties();
    DockerFiles.entries(services.path("kafka").path("environment"))
        .forEach((name, value) -> properties.setProperty(key(name), value));

    assertThat(KafkaConfig.configDef().names())
        .containsAll(properties.stringPropertyNames())
        .hasSizeGreaterThan(100);
    assertThat(new KafkaConfig(properties).autoCreateTopicsEnable()).isFalse();
  }

  @Test
  void theTopicsAreThoseOfTheStream() throws IOException {
    JsonNode stream =
        DockerFiles.yamlOf(Files.readString(DockerFiles.ROOT.resolve("configs/stream.yaml")))
            .path("stream");
    String made = services.path("topics").path("command").path(0).asText();

    assertThat(made)
        .contains(
            "for topic in %s %s %s; do"
                .formatted(
                    stream.path("input").path("topics").path(0).asText(),
                    stream.path("output").path("topic").asText(),
                    stream.path("errors").path("dead-letter-topic").asText()));
  }

  /** As the image makes keys of variables. */
  private static String key(String variable) {
    return variable.replaceFirst("^KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
