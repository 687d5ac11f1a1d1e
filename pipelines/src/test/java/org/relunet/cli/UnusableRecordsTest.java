package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are no documents, among documents that the default model reads. */
class UnusableRecordsTest {
  private static final String GOOD = "\"text\":\"Alan Bean was born in Wheeler, Texas.\"}";

  @TempDir Path directory;

  @Test
  void goodRecordsAroundBadOnesAreExtractedFromAndBadOnesNamedWithTheirPlace() throws IOException {
    Path lines =
        write(
            "in.jsonl",
            "{\"id\":\"a\"," + GOOD,
            "{\"id\":\"b\",\"text\":5}",
            "{\"id\":{}," + GOOD,
            "{\"id\":\"d\"}",
            "{\"id\":\"e\",\"text\":null}",
            "{\"id\":\"f\",\"text\":\"cut o",
            "{\"id\":\"g\",\"text\":\"caf\u00E9\"}",
            "{\"id\":\"a\"," + GOOD,
            "{\"id\":9," + GOOD);
    Path text = write("latin.txt", "Alan Bean was born in Orl\u00E9ans.");
    Path output = directory.resolve("out.jsonl");

    Program.Run run =
        Program.run("extract", "--input", lines + "", text + "", "--output=" + output);

    assertThat(run.status()).isEqualTo(ExitStatus.DEAD_LETTERS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("documents 3, triples 3, dead letters 7");
    // an id that is given twice stays on both: whose it is, only the user knows
    assertThat(read(output))
        .extracting(line -> line.get("id").asText())
        .containsExactly("a", "a", "9");
    List<JsonNode> letters = read(directory.resolve("out.jsonl.dead-letters.jsonl"));
    // of two inputs each is called by its path as given
    assertThat(letters)
        .extracting(letter -> letter.get("source").asText() + ":" + letter.path("line").asText())
        .containsExactly(
            directory + "/in.jsonl:2",
            directory + "/in.jsonl:3",
            directory + "/in.jsonl:4",
            directory + "/in.jsonl:5",
            directory + "/in.jsonl:6",
            directory + "/in.jsonl:7",
            directory + "/latin.txt:");
    assertThat(letters)
        .extracting(letter -> letter.get("reason").asText())
        .satisfiesExactly(
            reason -> assertThat(reason).isEqualTo("'text' must be a string but is number 5"),
            reason -> assertThat(reason).contains("'id' must be a string or an integer"),
            reason -> assertThat(reason).isEqualTo("no key 'text'; found 'id'"),
            reason -> assertThat(reason).isEqualTo("'text' must be a string but is null"),
            reason -> assertThat(reason).startsWith("malformed JSON at column"),
            reason -> assertThat(reason).isEqualTo("not valid UTF-8 at byte 21 (0xE9)"),
            reason -> assertThat(reason).isEqualTo("not valid UTF-8 at byte 25 (0xE9)"));
  }

  /** In Latin-1, so that what is beyond ASCII is no UTF-8. */
  private Path write(String name, String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line : lines) {
      bytes.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return Files.write(directory.resolve(name), bytes.toByteArray());
  }

  private static List<JsonNode> read(Path file) throws IOException {
    try (var values =
        new JsonMapper().readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return values.readAll();
    }
  }
}
