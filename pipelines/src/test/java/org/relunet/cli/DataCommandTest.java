package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  private static final String RECORD =
      "{\"id\":\"1\",\"text\":\"Ann works for Acme.\",\"triples\":[{\"subject\":{\"text\":\"Ann\","
          + "\"start\":0,\"end\":2},\"relation\":\"employer\",\"object\":{\"text\":\"Acme\","
          + "\"start\":14,\"end\":17}}]}";

  @TempDir Path directory;

  @Test
  void saysWhatIsWrongAndHowToReadIt() throws IOException {
    Path train = file("train.jsonl");
    Path dev = file("dev.jsonl");

    Program.Run wrong = Program.run("data", "check", "--train=" + train, "--dev=" + dev);
    Program.Run read =
        Program.run("data", "check", "--train=" + train, "--dev=" + dev, "--offsets=inclusive");

    assertThat(wrong.status()).isEqualTo(ExitStatus.DEAD_LETTERS);
    assertThat(wrong.out())
        .contains("--offsets inclusive")
        .contains("1 of 1 texts of " + dev + " stand in " + train + " too")
        .contains("only 1 texts have triples")
        .contains("dropped 1 triples: offsets do not match the text");
    assertThat(read.out())
        .doesNotContain("--offsets")
        .contains("1 of 1 texts and 1 of 1 triples can be used");
  }

  @Test
  void dividesTextsAndScoresTheTableOfTheirTriples() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(
          "{\"text\":\"Ann%d met Bob.\",\"triples\":[{\"subject\":{\"text\":\"Ann%d\"},\"relation\":\"met\",\"object\":{\"text\":\"Bob\"}}]}\n"
              .formatted(i / 2, i / 2)
              .replace("Bob.", "Bob on day " + i + "."));
    }
    Path data = Files.writeString(directory.resolve("all.jsonl"), lines);
    Path output = directory.resolve("split");

    Program.Run split =
        Program.run(
            "data", "split", "--data=" + data, "--by=subject", "--share=0.1", "--output=" + output);
    Program.Run unseen =
        Program.run(
            "evaluate",
            "--baseline=lookup",
            "--seen=" + output.resolve("train.jsonl"),
            "--data=" + output.resolve("test.jsonl"));
    Program.Run seen =
        Program.run(
            "evaluate",
            "--baseline=lookup",
            "--seen=" + data,
            "--data=" + output.resolve("test.jsonl"));

    assertThat(split.out()).contains("36 texts in ").contains("4 in ");
    assertThat(unseen.out()).containsPattern("all texts +4 +0\\.0 +0\\.0 +0\\.0 +4");
    assertThat(seen.out()).containsPattern("all texts +4 +100\\.0 +100\\.0 +100\\.0 +4");
    assertThat(seen.out()).containsPattern("triples seen in training +100\\.0");
  }

  @Test
  void theConfidenceIsNotChosenOnTheFileThatIsScored() throws IOException {
    Path data = file("a.jsonl");
    Program.Run run = Program.run("evaluate", "--data=" + data, "--tune=" + data);

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("--tune names the file that is scored");
  }

  @Test
  void aBaselineWithoutTrainingTextsIsRefused() throws IOException {
    Program.Run run = Program.run("evaluate", "--baseline=lookup", "--data=" + file("a.jsonl"));

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("name them by --seen");
  }

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), RECORD + "\n");
  }
}
