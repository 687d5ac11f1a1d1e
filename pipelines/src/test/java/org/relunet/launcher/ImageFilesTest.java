package org.relunet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** The container image, as far as it goes without a container engine. */
class ImageFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path INSTALL = ROOT.resolve("docker/install");

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
        Pattern.compile("\"\\$root/([\\w.-]+)\"").matcher(Files.readString(INSTALL)).results();

    assertThat(copied.map(found -> found.group(1)).toList())
        .contains("relunet", "LICENSE", "configs")
        .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
  }

  @Test
  void installSaysWhatToDoWhereNothingIsNamed() throws IOException, InterruptedException {
    Process install =
        new ProcessBuilder(List.of(INSTALL.toString())).redirectErrorStream(true).start();

    assertThat(new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("install: error: name the directory to make: docker/install DIRECTORY\n");
    assertThat(install.waitFor()).isEqualTo(1);
  }
}
