package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a training with the shipped configuration refuses, before it makes anything. */
class WrongTrainingDataTest {
  private static final String CONFIGURATION = Path.of("..", "configs", "train.yaml").toString();
  private static final String TRIPLE =
      "{\"id\":\"1\",\"text\":\"Ann works for Acme.\",\"triples\":[{\"subject\":{\"text\":\"Ann\","
          + "\"start\":0,\"end\":3},\"relation\":\"employer\",\"object\":{\"text\":\"Acme\","
          + "\"start\":14,\"end\":18}}]}";

  @TempDir Path directory;
  private Path good;

  @BeforeEach
  void write() throws IOException {
    good = file("good.jsonl", TRIPLE);
  }

  @Test
  void aFileThatIsNotThereIsNamedWithItsKey() {
    Path none = directory.resolve("none.jsonl");
    assertThat(refusal(none, good)).contains("data.train: there is no file " + none);
    assertThat(refusal(good, none)).contains("data.dev: there is no file " + none);
  }

  @Test
  void aFileThatIsEmptyOrNoJsonIsNamed() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.jsonl"));
    Path prose = file("prose.jsonl", "Ann works for Acme.");
    assertThat(refusal(empty, good)).contains(empty + ": holds no record");
    assertThat(refusal(good, empty)).contains(empty + ": holds no record");
    assertThat(refusal(prose, good)).contains(prose + ":1: record 1 is not valid JSON");
    assertThat(refusal(good, prose)).contains(prose + ":1: record 1 is not valid JSON");
  }

  @Test
  void brokenRecordsAreAllNamedWithTheirLines() throws IOException {
    Path broken = file("broken.jsonl", TRIPLE, "{\"text\":5,\"triples\":[]}", "{\"triples\":[]}");
    assertThat(refusal(broken, good))
        .contains(broken + ":2: record 2: 'text' must be a text, but is 5")
        .contains(broken + ":3: record 3: the key 'text' is missing")
        .contains("2 of 3 records cannot be read");
  }

  @Test
  void aFileWithoutAnyTripleIsNamed() throws IOException {
    Path silent = file("silent.jsonl", "{\"id\":\"1\",\"text\":\"Rain fell.\",\"triples\":[]}");
    assertThat(refusal(silent, good)).contains(silent + ": holds no triple");
    assertThat(refusal(good, silent)).contains(silent + ": lists no triple");
  }

  @Test
  void relationsThatAreNotInTheSchemaAreNamed() throws IOException {
    Path schema = file("relations.json", "[\"employers\"]");
    assertThat(refusal(good, good, "--set=data.relations=" + schema))
        .contains("'employer' (1), did you mean 'employers'?");
  }

  @Test
  void offsetsThatDoNotMatchTheTextAreShownWithWhatStandsThere() throws IOException {
    Path shifted = file("shifted.jsonl", TRIPLE.replace("14,\"end\":18", "13,\"end\":17"));
    Path beyond = file("beyond.jsonl", TRIPLE.replace("14,\"end\":18", "140,\"end\":144"));
    assertThat(refusal(shifted, good))
        .contains(shifted + ": no triple can be used for training")
        .contains("1: 'Acme' should stand where ' Acm' stands");
    assertThat(refusal(beyond, good)).contains("'Acme' should stand where '(beyond the end)'");
  }

  @Test
  void foldsThatCanNotBeMadeAreRefused() {
    assertThat(refusal(good, good, "--folds=3"))
        .contains("data.dev: --folds takes the texts to score on from data.train");
    for (String[] wrong :
        List.of(
            new String[] {"--folds=1"},
            new String[] {"--folds=21"},
            new String[] {"--no-final"},
            new String[] {"--folds=3", "--resume", "--finish"})) {
      Program.Run run = train(good, good, directory.resolve("run"), wrong);
      assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
      assertThat(run.err()).containsAnyOf("--folds", "--no-final");
    }
    assertThat(directory.resolve("run")).doesNotExist();
  }

  @Test
  void anOutputInPlaceOfAFileIsRefused() {
    Program.Run run = train(good, good, good);
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).contains("cannot write '" + good + "': '" + good + "' is a file");
  }

  private String refusal(Path train, Path dev, String... more) {
    Program.Run run = train(train, dev, directory.resolve("run"), more);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("relunet: error: ").doesNotContain("stack trace");
    return run.err();
  }

  private static Program.Run train(Path train, Path dev, Path output, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("train", "--config=" + CONFIGURATION, "--train=" + train));
    arguments.addAll(List.of("--dev=" + dev, "--output=" + output));
    arguments.addAll(List.of(more));
    return Program.run(arguments.toArray(String[]::new));
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(directory.resolve(name), List.of(lines));
  }
}
