package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of its own keys, with the plugins that ship. */
class WrongConfigurationTest {
  private static final String[] TEXT = {"extract", "--text", "Ann likes Bob."};

  @TempDir Path directory;

  @Test
  void allErrorsAreToldAtOnceWithFileLineAndWhatMayBeMeant() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("wrong.yaml"),
            """
            parser:
              plugn: malt
            extraction:
              window-words: many
              window-overlap: -3
            tokenizer:
              plugin: opennpl
            sesion:
              intra-op-threads: 1
            """);

    Program.Run run =
        Program.run(
            "extract",
            "--text=Ann likes Bob.",
            "--config=" + file,
            "--set=extraction.minimum-confidense=0.5",
            "--set=extraction.minimum-confidence=2");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("relunet: error: " + file + ":2:3: parser: unknown key 'plugn'")
                    .endsWith("Did you mean 'plugin'?"),
            line ->
                assertThat(line)
                    .startsWith(
                        "  " + file + ":4:17: extraction.window-words: must be a whole number"),
            line -> assertThat(line).startsWith("  " + file + ":5:19: ").endsWith("but is '-3'"),
            line ->
                assertThat(line)
                    .startsWith("  " + file + ":7:11: ")
                    .endsWith("Did you mean 'opennlp'?"),
            line ->
                assertThat(line)
                    .startsWith("  " + file + ":8:1: ")
                    .endsWith("Did you mean 'session'?"),
            line ->
                assertThat(line)
                    .startsWith("  --set extraction.minimum-confidense=0.5: ")
                    .endsWith("Did you mean 'minimum-confidence'?"),
            line ->
                assertThat(line)
                    .startsWith("  --set extraction.minimum-confidence=2: ")
                    .endsWith("must be a number from 0 to 1, but is '2'"));
  }

  @Test
  void anUnknownPluginIsAnsweredWithThoseThereAre() {
    Program.Run run = Program.run(TEXT[0], TEXT[1], TEXT[2], "--set", "parser.plugin=stanford");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).contains("unknown parser 'stanford'; available: conllu, malt");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path none = directory.resolve("none.yaml");
    Program.Run run = Program.run(TEXT[0], TEXT[1], TEXT[2], "--config", none.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err())
        .startsWith("relunet: error: " + none + ": there is no such configuration file")
        .hasLineCount(1);
  }
}
