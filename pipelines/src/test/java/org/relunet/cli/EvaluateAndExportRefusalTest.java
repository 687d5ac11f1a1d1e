package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scoring and exporting the default model: what is refused, and what is explained. */
class EvaluateAndExportRefusalTest {
  private static final String KNOWN =
      "{\"text\":\"Alan Bean was born in Wheeler, Texas.\",\"triple_list\":"
          + "[[\"Alan Bean\",\"birthPlace\",\"Wheeler, Texas\"]]}";
  private static final String UNKNOWN =
      "{\"text\":\"Ann works for Acme.\",\"triple_list\":[[\"Ann\",\"birthplace_\",\"Acme\"]]}";

  @TempDir Path directory;

  @Test
  void relationsThatTheModelDoesNotKnowAreExplainedAndCountAsMissed() throws IOException {
    Path data = Files.write(directory.resolve("data.jsonl"), List.of(KNOWN, UNKNOWN));
    Program.Run run = Program.run("evaluate", "--data", data + "", "--set=data.pretokenized=false");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.err())
        .contains("relunet: " + data + ": 1 of 2 triples can't be found by this model")
        .contains("1 relation is not among the schema's 216: 'birthplace_' (1), did you mean");
    assertThat(run.out())
        .startsWith("data.jsonl: 2 texts (triple-list), each at once, words found by the tokenizer")
        .contains("exact match")
        .doesNotContain("relunet:");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path none = directory.resolve("none.jsonl");
    Path data = Files.write(directory.resolve("data.jsonl"), List.of(KNOWN));
    refused(none + ": no such file", "evaluate", "--data", none + "");
    refused(none + ": no such file", "evaluate", "--data", data + "", "--distractors", none + "");
  }

  @Test
  void aReportNeverReplacesTheData() throws IOException {
    Path data = Files.write(directory.resolve("data.jsonl"), List.of(KNOWN));
    refused("is both input and output", "evaluate", "--data", data + "", "--report", data + "");
    refused("'" + data + "' is a file", "evaluate", "--data=" + data, "--report=" + data + "/r");
    assertThat(data).hasContent(KNOWN);
  }

  @Test
  void anExportIsMadeInADirectoryOfItsOwn() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    refused("exists already: name a directory", "export", "--output", directory + "");
    refused("'" + file + "' is a file", "export", "--output", file + "/saved");
    assertThat(directory.toFile().list()).containsExactly("file");
  }

  private static void refused(String reason, String... arguments) {
    Program.Run run = Program.run(arguments);
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("relunet: error: ").contains(reason).hasLineCount(1);
  }
}
