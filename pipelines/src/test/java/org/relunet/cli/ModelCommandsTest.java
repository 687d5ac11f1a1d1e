package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** What a command said and how it ended. */
  private record Run(int status, List<String> out, String err) {
    static Run of(String... arguments) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status =
          new Commands(new ByteArrayInputStream(new byte[0]), out, err, () -> {})
              .commandLine(new ModelEngines())
              .execute(arguments);
      return new Run(
          status,
          out.toString(StandardCharsets.UTF_8).lines().toList(),
          err.toString(StandardCharsets.UTF_8));
    }
  }

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();

    Run run = train("--set", "data.pretokenized=true");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).containsExactly(model().toRealPath().toString());
  }

  private static Run train(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--config",
                training.configurationFile().toString(),
                "--output",
                directory.resolve("run").toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private static Path model() {
    return directory.resolve("run/model");
  }

  private static Run evaluate(Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", "--model", model().toString(), "--data", data.toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private static Path raw() throws IOException {
    return Files.writeString(directory.resolve("raw.jsonl"), RAW);
  }

  @Test
  void textsOfTheOwnFormatAreRawWhateverTheModelWasTrainedOn() throws IOException {
    Run run = evaluate(raw());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().get(0))
        .isEqualTo(
            "raw.jsonl: 1 texts (relunet), each at once, words found by the tokenizer");
    assertThat(run.out().get(2)).startsWith("  all texts").containsPattern("100\\.0 +100\\.0 +100");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void textsOfOtherFormatsAreCutAsTheModelsTrainingTextsWere() {
    assertThat(evaluate(training.trainFile()).out().get(0))
        .isEqualTo(
            "train.json: 30 texts (triple-list), each at once, words as white space separates them");
  }

  @Test
  void aJobDecidesHowWordsAreCutAndIsWarnedWhereEntitiesEndInsideThem() throws IOException {
    Run run = evaluate(raw(), "--set", "data.pretokenized=true");

    assertThat(run.out().get(0)).endsWith("words as white space separates them");
    assertThat(run.err())
        .startsWith("relunet: warning: 1 of 1 triples can't be found by this model: ")
        .contains("entity begins or ends inside a word, such as raw: 'Rome'")
        .contains("raw text needs --set data.pretokenized=false");
  }

  @Test
  void whatExtractionGivesIsScored() throws IOException {
    Run run = evaluate(raw(), "--reading", "extraction");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().get(0))
        .isEqualTo(
            "raw.jsonl: 1 texts (relunet), as extraction reads them, words found by the"
                + " tokenizer");
    assertThat(run.out().get(2)).containsPattern("100\\.0 +100\\.0 +100");
    assertThat(
            evaluate(raw(), "--reading", "extraction", "--set", "data.pretokenized=true").status())
        .isEqualTo(ExitStatus.USAGE);
  }
}
