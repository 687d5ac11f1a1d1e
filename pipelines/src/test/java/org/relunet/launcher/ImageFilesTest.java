package org.relunet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.deployment.DockerFiles;

/** The container image, as far as it goes without a container engine. */
class ImageFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path INSTALL = ROOT.resolve("docker/install");
  private static final Path FLINK_SERVER = ROOT.resolve("docker/flink-server");

  @ParameterizedTest
  @ValueSource(strings = {"relunet", "docker/install"})
  void whatTheImageRunsCanBeRunAndIsNotKeptOutOfIt(String program) throws IOException {
    assertThat(Files.readString(ROOT.resolve("docker/Dockerfile"))).contains(program + " ");
    assertThat(ROOT.resolve(program)).isExecutable();
    assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
        .noneMatch(ignored -> program.startsWith(ignored));
  }

  @Test
  void whatIsCopiedExists() throws IOException {
    Stream<MatchResult> copied =
        Pattern.compile("\"\\$root/((?:docker/)?[\\w.-]+)\"")
            .matcher(Files.readString(INSTALL))
            .results();

    assertThat(copied.map(found -> found.group(1)).toList())
        .contains("relunet", "docker/flink-server", "LICENSE", "configs")
        .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
  }

  @Test
  void containersOfFlinkStartWhatIsInstalled() throws IOException {
    assertThat(FLINK_SERVER).isExecutable();
    assertThat(
            Stream.of("jobmanager", "taskmanager")
                .map(role -> yaml("compose.yaml").at("/services/" + role + "/entrypoint/0"))
                .map(JsonNode::asText))
        .containsOnly("/opt/relunet/flink-server");
    assertThat(
            yaml("kubernetes/flink.yaml")
                .at("/spec/flinkConfiguration")
                .path("kubernetes.entry.path")
                .asText())
        .isEqualTo("/opt/relunet/flink-server");
  }

  @Test
  void aFlinkServerSaysWhatItNeeds() throws IOException, InterruptedException {
    assertThat(error(List.of(FLINK_SERVER.toString())))
        .isEqualTo("flink-server: error: name the role: flink-server jobmanager|taskmanager\n");
    assertThat(error(List.of("env", "FLINK_CONF_DIR=/none", FLINK_SERVER + "", "jobmanager")))
        .startsWith("flink-server: error: there is no config.yaml in /none: ");
  }

  @Test
  void installSaysWhatToDoWhereNothingIsNamed() throws IOException, InterruptedException {
    assertThat(error(List.of(INSTALL.toString())))
        .isEqualTo("install: error: name the directory to make: docker/install DIRECTORY\n");
  }

  private static String error(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return out;
  }

  private static JsonNode yaml(String file) {
    try {
      return DockerFiles.yaml(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
