package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPassagesCommandTest {
  private static final String DOCUMENT =
      """
      {"id": "d", "text": "Ann met Bo. Ann left.", "sentences": [{"start": 0, "end": 11, "words": 4}, \
      {"start": 12, "end": 21, "words": 3}], "entities": [{"type": "PER", "mentions": [{"sentence": 0, \
      "start": 0, "end": 3}]}, {"type": "PER", "mentions": [{"sentence": 0, "start": 8, "end": 10}]}], \
      "facts": [{"subject": 0, "relation": "met", "object": 1, "evidence": [0]}]}
      """;

  @TempDir Path directory;

  @Test
  void packedDocumentsBecomePackedPassages() throws IOException {
    Path documents = directory.resolve("documents.jsonl.gz");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(documents))) {
      packed.write(DOCUMENT.getBytes(StandardCharsets.UTF_8));
    }
    Path output = directory.resolve("passages.jsonl.gz");

    Program.Run run =
        Program.run(
            "data",
            "passages",
            "--documents",
            documents + "",
            "--words=4",
            "--output",
            output + "");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("2 passages of 1 document in " + output);
    try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(output))) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8).lines())
          .hasSize(2)
          .first()
          .asString()
          .contains("\"d-0-0\"", "Ann met Bo.", "\"met\"", "\"PER\"");
    }
  }

  @Test
  void aMentionBeyondTheTextIsNamed() throws IOException {
    Path documents = directory.resolve("documents.jsonl");
    Files.writeString(documents, DOCUMENT.replace("\"end\": 10", "\"end\": 100"));

    Program.Run run =
        Program.run(
            "data",
            "passages",
            "--documents",
            documents + "",
            "--output",
            directory + "/out.jsonl");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).contains(documents + ":1: document 1: 'd'", "from 8 to 100");
    assertThat(directory.resolve("out.jsonl")).doesNotExist();
  }
}
