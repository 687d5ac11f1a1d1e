package org.relunet.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.process.FlinkRole;

class FlinkConfigurationFileTest {
  private static final Path DIRECTORY = DockerFiles.DIRECTORY.resolve("flink");

  private final Configuration configuration =
      GlobalConfiguration.loadConfiguration(DIRECTORY.toString());

  @Test
  void everyKeyIsOneOfFlinks() {
    assertThat(configuration.keySet())
        .hasSizeGreaterThan(10)
        .allSatisfy(key -> assertThat(FlinkKeys.isKnown(key)).as(key).isTrue());
  }

  @ParameterizedTest
  @EnumSource
  void itsMemoryAddsUp(FlinkRole role) {
    assertThat(role.call(ClusterClassPath.ofThisProcess(), configuration).options())
        .anyMatch(option -> option.matches("-Xmx[1-9]\\d{8,}"));
  }

  @Test
  void theImageTellsThePortsOfFlink() throws IOException {
    Set<String> ports =
        Listeners.of(DockerFiles.yaml("compose.yaml").path("services")).get("jobmanager");

    assertThat(Files.readAllLines(DockerFiles.DIRECTORY.resolve("Dockerfile")))
        .filteredOn(line -> line.startsWith("EXPOSE "))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.substring("EXPOSE ".length()).split(" "))
                    .containsExactlyInAnyOrderElementsOf(ports));
  }

  @Test
  void itsDirectoriesAreOnWhatAllContainersShare() throws IOException {
    JsonNode services = DockerFiles.yaml("compose.yaml").path("services");
    for (String server : new String[] {"jobmanager", "taskmanager"}) {
      assertThat(DockerFiles.texts(services.path(server).path("volumes")))
          .contains("data:/data", "./flink:/opt/flink/conf:ro");
    }
    assertThat(configuration.toMap())
        .hasEntrySatisfying(
            "state.checkpoints.dir", value -> assertThat(value).startsWith("file:///data/"))
        .hasEntrySatisfying(
            "state.savepoints.dir", value -> assertThat(value).startsWith("file:///data/"));
  }
}
