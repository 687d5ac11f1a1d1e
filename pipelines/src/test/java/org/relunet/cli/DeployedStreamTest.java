package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.deployment.DockerFiles;

/** The command lines of {@code docker/}, which only this program can read. */
class DeployedStreamTest {
  @ParameterizedTest
  @CsvSource({
    "compose.yaml, /services/stream/command",
    "kubernetes/stream.yaml, /spec/template/spec/containers/0/args",
    "kubernetes/retrain.yaml, /spec/jobTemplate/spec/template/spec/containers/0/args"
  })
  void itIsACommandWithAConfigurationOfTheImage(String file, String place) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (JsonNode argument : DockerFiles.yaml(file).at(place)) {
      arguments.add(argument.asText());
    }

    Commands commands =
        new Commands(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            new OrderlyEnd(),
            () -> {});
    commands.commandLine(new ModelEngines()).parseArgs(arguments.toArray(String[]::new));
    assertThat(arguments)
        .filteredOn(argument -> argument.startsWith("--config="))
        .singleElement()
        .satisfies(
            argument ->
                assertThat(DockerFiles.ROOT.resolve(argument.replaceFirst(".*=/opt/relunet/", "")))
                    .isRegularFile());
  }
}
