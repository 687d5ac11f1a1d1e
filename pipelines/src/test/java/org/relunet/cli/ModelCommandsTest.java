package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.training.TinyTraining;

/** From annotated texts to a model and what is done with it, by the command line alone. */
class ModelCommandsTest {
  private static final String RAW =
      "{\"id\": \"raw\", \"text\": \"Anna Bell was born in Rome.\", \"triples\": [{\"subject\":"
          + " {\"text\": \"Anna Bell\", \"start\": 0, \"end\": 9}, \"relation\": \"bornIn\","
          + " \"object\": {\"text\": \"Rome\", \"start\": 22, \"end\": 26}}]}\n";

  @TempDir static Path directory;
  private static TinyTraining training;

  @BeforeAll
  static void trainOnce() throws IOException {
    training = new TinyTraining(directory).write();

    Program.Run run = train();

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).isEqualTo(model().toRealPath() + "\n");
    assertThat(run.err())
        .contains("relunet: wrote model learned-by-heart-")
        .contains("exact match, micro average");
  }

  private static Program.Run train(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--config",
                training.configurationFile().toString(),
                "--output",
                directory.resolve("run").toString(),
                "--name",
                "learned-by-heart",
                "--max-steps",
                "60",
                "--set",
                "data.pretokenized=true"));
    arguments.addAll(List.of(more));
    return Program.run(arguments.toArray(String[]::new));
  }

  private static Path model() {
    return directory.resolve("run/model");
  }

  private static Program.Run evaluate(Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", "--model", model().toString(), "--data", data.toString()));
    arguments.addAll(List.of(more));
    return Program.run(arguments.toArray(String[]::new));
  }

  private static Path raw() throws IOException {
    return Files.writeString(directory.resolve("raw.jsonl"), RAW);
  }

  @Test
  void textsOfTheOwnFormatAreRawWhateverTheModelWasTrainedOn() throws IOException {
    Program.Run run = evaluate(raw());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().lines().toList().get(0))
        .isEqualTo("raw.jsonl: 1 text (relunet), each at once, words found by the tokenizer");
    assertThat(run.out().lines().toList().get(2))
        .startsWith("  all texts")
        .containsPattern("100\\.0 +100\\.0 +100");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void textsOfOtherFormatsAreCutAsTheModelsTrainingTextsWere() {
    assertThat(evaluate(training.trainFile()).out().lines().toList().get(0))
        .isEqualTo(
            "train.json: 30 texts (triple-list), each at once, words as white space separates them");
  }

  @Test
  void aJobDecidesHowWordsAreCutAndIsWarnedWhereEntitiesEndInsideThem() throws IOException {
    Program.Run run = evaluate(raw(), "--set", "data.pretokenized=true");

    assertThat(run.out().lines().toList().get(0)).endsWith("words as white space separates them");
    assertThat(run.err())
        .startsWith("relunet: warning: 1 of 1 triples can't be found by this model: ")
        .contains("entity begins or ends inside a word, such as raw: 'Rome'")
        .contains("raw text needs --set data.pretokenized=false");
  }

  @Test
  void noOtherCutOfWordsIsAdvisedWhereItWouldNotHelp() throws IOException {
    Path data =
        Files.writeString(
            directory.resolve("inside.jsonl"),
            RAW.replace("\"Rome\"", "\"Rom\"").replace("26}", "25}"));
    Program.Run run = evaluate(data);

    assertThat(run.err())
        .contains("entity begins or ends inside a word, such as raw: 'Rom'")
        .doesNotContain("pretokenized");
  }

  @Test
  void whatExtractionGivesIsScored() throws IOException {
    Program.Run run = evaluate(raw(), "--reading", "extraction");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().lines().toList().get(0))
        .isEqualTo(
            "raw.jsonl: 1 text (relunet), as extraction reads them, words found by the"
                + " tokenizer");
    assertThat(run.out().lines().toList().get(2)).containsPattern("100\\.0 +100\\.0 +100");
    assertThat(
            evaluate(raw(), "--reading", "extraction", "--set", "data.pretokenized=true").status())
        .isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aTrainingThatIsDoneIsNeitherBegunAnewNorResumedToAnything() throws IOException {
    Program.Run again = train();
    Program.Run resumed = train("--resume");
    Program.Run other = train("--resume", "--set", "training.seed=9");

    assertThat(again.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(again.err()).contains("holds a training already").contains("--resume");
    assertThat(resumed.status()).as(resumed.err()).isEqualTo(ExitStatus.DONE);
    assertThat(resumed.err()).contains("relunet: resuming after epoch 8");
    assertThat(other.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(other.err())
        .containsPattern("training\\.seed: \\d+ -> 9")
        .contains("What may change is");
  }

  @Test
  void aNameThatNoModelCanHaveIsToldAtOnce() throws IOException {
    Program.Run run =
        Program.run(
            "train",
            "--config",
            training.configurationFile().toString(),
            "--output",
            directory.resolve("never").toString(),
            "--name",
            "WebNLG");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err())
        .startsWith("relunet: error: model name 'WebNLG' is not allowed")
        .hasLineCount(1);
    assertThat(directory.resolve("never")).doesNotExist();
  }

  @Test
  void aReportHoldsWhatWasScoredAndHow() throws IOException {
    Path lines = Files.writeString(directory.resolve("lines.txt"), "today .\n\nIndeed , today .\n");
    Path file = directory.resolve("reports/report.json");

    Program.Run run =
        evaluate(
            training.trainFile(),
            "--match",
            "partial",
            "--distractors",
            lines.toString(),
            "--report",
            file.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("partial match, micro average"))
        .anyMatch(line -> line.startsWith("  best F1, at --min-confidence "));
    JsonNode report = new JsonMapper().readTree(file.toFile());
    assertThat(report.get("match").asText()).isEqualTo("partial");
    assertThat(report.get("modelVersion").asText()).startsWith("learned-by-heart-");
    assertThat(report.get("format").asText()).isEqualTo("triple-list");
    assertThat(report.get("reading").asText()).isEqualTo("separated-words");
    assertThat(report.at("/overall/texts").asInt()).isEqualTo(30);
    assertThat(report.at("/overall/f1").asDouble()).isGreaterThan(0.9);
    assertThat(report.at("/distractors/texts").asInt()).isEqualTo(2);
    assertThat(report.at("/byConfidence/0/gold").asInt()).isEqualTo(40);
    assertThat(report.has("bestThreshold")).isTrue();
  }

  @Test
  void aModelIsExportedOnce() {
    String[] export = {
      "export", "--model", model().toString(), "--output", directory.resolve("saved").toString()
    };

    Program.Run run = Program.run(export);

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).isEqualTo(directory.resolve("saved") + "\n");
    assertThat(run.err()).startsWith("relunet: exported learned-by-heart-");
    assertThat(directory.resolve("saved/saved_model.pb")).isNotEmptyFile();
    assertThat(Program.run(export).status()).isEqualTo(ExitStatus.FAILED);
  }
}
