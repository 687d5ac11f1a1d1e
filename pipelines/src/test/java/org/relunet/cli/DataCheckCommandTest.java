package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckCommandTest {
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

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), RECORD + "\n");
  }
}
