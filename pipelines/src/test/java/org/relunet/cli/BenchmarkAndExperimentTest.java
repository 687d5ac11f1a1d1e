package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.training.TinyTraining;

/** What helps to choose a model, by the command line alone. */
class BenchmarkAndExperimentTest {
  @TempDir static Path directory;
  private static TinyTraining training;

  @BeforeAll
  static void write() throws IOException {
    training = new TinyTraining(directory).write();
    training.configurationFile();
  }

  @Test
  void benchmarksATrainingConfiguration() throws IOException {
    Path json = directory.resolve("figures.json");
    Program.Run run =
        Program.run(
            "benchmark",
            "--untrained",
            "--config",
            directory.resolve("train.yaml").toString(),
            "--data",
            training.trainFile().toString(),
            "--texts",
            "12",
            "--relations",
            "200",
            "--rounds",
            "1",
            "--json",
            json.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("of the ceiling").contains("of the forward pass");
    JsonNode figures = new JsonMapper().readTree(json.toFile());
    assertThat(figures.path("sentences").asInt()).isEqualTo(12);
    assertThat(figures.path("relations").asInt()).isEqualTo(200);
    assertThat(figures.fieldNames())
        .toIterable()
        .contains("extractor", "extractorShareOfForward", "triplesPerSentence")
        .contains("forwardShareOfCeiling", "trainingStepShareOfCeiling", "pipelineShareOfForward");
  }

  @Test
  void theNumberOfRelationsIsThatOfAModelOrTheTextsUnlessThereIsNone() {
    String data = training.trainFile().toString();
    Program.Run trained = Program.run("benchmark", "--data", data, "--relations", "200");
    Program.Run fewer =
        Program.run(
            "benchmark",
            "--untrained",
            "--config",
            directory.resolve("train.yaml").toString(),
            "--data",
            data,
            "--relations",
            "1");

    assertThat(trained.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(trained.err()).contains("--relations needs --untrained");
    assertThat(fewer.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(fewer.err()).contains("so a benchmark of 1 is one of other texts");
  }

  @Test
  void benchmarksNothingForNoRounds() {
    Program.Run run =
        Program.run("benchmark", "--data", training.trainFile().toString(), "--rounds", "0");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("--texts and --rounds must be 1 or more");
  }

  @Test
  void refusesFiguresThatCannotBeWrittenBeforeItMeasures() {
    String data = training.trainFile().toString();
    Program.Run run = Program.run("benchmark", "--data", data, "--json", data);

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).contains(data).doesNotContain("round");
  }

  @Test
  void runsAnExperimentAndGoesOnWhereItWasStopped() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("pair.yaml"),
            """
            base: train.yaml
            set: {training.epochs: 1}
            rows:
              - name: CasRel
                set: {relunet.enabled: false}
            """);
    Path output = directory.resolve("pair");
    String[] arguments = {"experiment", file.toString(), "--output", output.toString()};
    Program.Run first = Program.run(arguments);

    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.DONE);
    assertThat(first.out()).contains("| CasRel |").contains("1 of 1");
    assertThat(output.resolve("table.csv")).exists();

    Program.Run second = Program.run(arguments);
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).contains("pair: 1 of 1 trainings are done");
  }

  @Test
  void namesTheLineOfAnExperimentThatIsWrong() throws IOException {
    Path file = Files.writeString(directory.resolve("wrong.yaml"), "base: train.yaml\nrow: []\n");
    Program.Run run = Program.run("experiment", file.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).contains("wrong.yaml:2:1: unknown key 'row'").contains("'rows'");
  }
}
