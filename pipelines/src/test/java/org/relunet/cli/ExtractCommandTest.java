package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.pipeline.engine.EngineSelector;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.TripleEngine;

/** Whole runs on an embedded Flink; each takes seconds, so each shows several things. */
class ExtractCommandTest {
  private static final TripleEngine ENGINE = new RuleEngine();
  private static final AtomicInteger LEASES = new AtomicInteger();
  private static final EngineSelector RULES =
      (model, configurations, overrides) -> () -> new Held();

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void goodRecordsGiveResultsOnStandardOutputInOrderAndBadOnesDeadLetters() throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(line("{\"id\": \"1\", \"text\": \"😀 Ann likes Bob.\"}"));
    input.writeBytes(line("{\"id\": \"2\", \"text\": \"cut o"));
    input.writeBytes(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '\n'});
    input.writeBytes(line("{\"id\": \"4\", \"text\": \"POISON\"}"));
    input.writeBytes(line("  "));
    input.writeBytes(line("{\"id\": \"6\", \"text\": \"\"}"));
    input.writeBytes(line("{\"id\": \"7\", \"text\": \"Ann knows e\\u0301ve.\"}"));
    Path file = Files.write(directory.resolve("in.jsonl"), input.toByteArray());
    Path dead = directory.resolve("dead.jsonl");
    PrintStream standardOutput = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(run(RULES, "", "extract", "--input", file + "", "--dead-letters", dead + ""))
          .isEqualTo(ExitStatus.DEAD_LETTERS);
    } finally {
      System.setOut(standardOutput);
    }
    assertThat(printed.size()).as("printed by libraries").isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"id":"1","triples":[{"subject":{"text":"Ann","start":2,"end":5},\
            "relation":"likes","object":{"text":"Bob","start":12,"end":15},\
            "confidence":0.9,"sentence":{"start":0,"end":15}}],"modelVersion":"rules-1"}
            {"id":"6","triples":[],"modelVersion":"rules-1"}
            {"id":"7","triples":[{"subject":{"text":"Ann","start":0,"end":3},\
            "relation":"knows","object":{"text":"e\u0301ve","start":10,"end":14},\
            "confidence":0.5,"sentence":{"start":0,"end":14}}],"modelVersion":"rules-1"}
            """);
    List<JsonNode> letters = new ArrayList<>();
    for (String letter : Files.readAllLines(dead)) {
      letters.add(new JsonMapper().readTree(letter));
    }
    assertThat(letters).extracting(letter -> letter.get("line").asInt()).containsExactly(2, 3, 4);
    assertThat(letters.get(1).get("recordBase64").binaryValue())
        .containsExactly('{', (byte) 0xC3, 0x28);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("documents 3, triples 2, dead letters 3")
        .contains("dead letters are in " + dead);
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("in.jsonl", "dead.jsonl");
  }

  @Test
  void aFileThatNoTextCanNameOrThatIsUtf16IsADeadLetterAndTheOthersAreExtracted()
      throws IOException, InterruptedException {
    Path input = Files.createDirectory(directory.resolve("in"));
    Files.writeString(input.resolve("a.txt"), "Ann likes Bob.");
    Files.write(input.resolve("u.txt"), "Ann likes Bob.".getBytes(StandardCharsets.UTF_16LE));
    Files.writeString(input.resolve("z.txt"), "Ann knows Eve.");
    // Java cannot write such a name
    Process shell =
        new ProcessBuilder("sh", "-c", "printf 'Ann likes Bob.' > \"$(printf 'bad\\377.txt')\"")
            .directory(input.toFile())
            .start();
    assertThat(shell.waitFor()).isZero();
    Path dead = directory.resolve("dead.jsonl");

    for (String named : List.of(input + "", input + "/*.txt")) {
      out.reset();
      assertThat(run(RULES, "", "extract", "--input", named, "--dead-letters", dead + ""))
          .as(err.toString(StandardCharsets.UTF_8))
          .isEqualTo(ExitStatus.DEAD_LETTERS);
      assertThat(out.toString(StandardCharsets.UTF_8).lines())
          .hasSize(2)
          .allMatch(line -> line.contains("a.txt\"") || line.contains("z.txt\""));
      List<String> letters = Files.readAllLines(dead);
      assertThat(letters).hasSize(2);
      assertThat(letters.get(0))
          .contains("bad\uFFFD.txt", "the file's name is no valid", "Ann likes");
      assertThat(letters.get(1)).contains("u.txt", "UTF-16");
      Files.delete(dead);
    }
  }

  @Test
  void aLineOfJsonMayHaveItsTextAndIdElsewhere() throws IOException {
    Path file =
        Files.write(
            directory.resolve("in.jsonl"),
            line("{\"doc\": {\"body\": \"Ann likes Bob.\", \"key\": 7}, \"text\": \"x\"}"));
    assertThat(
            run(
                RULES,
                "",
                "extract",
                "--text-path=/doc/body",
                "--id-path=/doc/key",
                "--input",
                file + ""))
        .isEqualTo(ExitStatus.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"7\",\"triples\":[{");
  }

  @Test
  void manyChunksOnSeveralWorkersGiveOneFileInTheOrderOfTheInput() throws IOException {
    int lines = 4_000;
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      input
          .append("Ann likes number")
          .append(i)
          .append(' ')
          .append("x ".repeat(i % 90))
          .append('\n');
    }
    Path file = Files.writeString(directory.resolve("in"), input);
    Path output = directory.resolve("out.jsonl");
    assertThat(
            run(
                RULES,
                "",
                "extract",
                "--input=" + file,
                "--input-format=lines",
                "--output=" + output,
                "--parallelism=3"))
        .isEqualTo(ExitStatus.DONE);
    List<String> written = Files.readAllLines(output);
    assertThat(written).hasSize(lines);
    for (int i = 0; i < lines; i++) {
      assertThat(written.get(i))
          .startsWith("{\"id\":\"in:" + (i + 1) + "\"")
          .contains("\"text\":\"number" + i + "\"");
    }
    assertThat(out.size()).isZero();
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("in", "out.jsonl");
  }

  @Test
  void aDirectoryOfTextsWithAnEmptyOneAndAMegabyteWithoutAFullStopGivesNTriples()
      throws IOException {
    Path texts = Files.createDirectories(directory.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "Zoë likes Bob.");
    Files.writeString(texts.resolve("b.txt"), "");
    Files.writeString(texts.resolve("c.txt"), "word ".repeat(220_000) + "Ann knows Bob");
    Files.writeString(texts.resolve("d.txt"), " \n\t\n");
    assertThat(
            run(
                RULES,
                "",
                "extract",
                "--input=" + texts,
                "--format=ntriples",
                "--min-confidence=0.5",
                "--output=" + directory + "/results/"))
        .isEqualTo(ExitStatus.DONE);
    assertThat(directory.resolve("results/part-00000.nt"))
        .hasContent(
            """
            <urn:relunet:entity/Zo%C3%AB> <urn:relunet:relation/likes> <urn:relunet:entity/Bob> .
            <urn:relunet:entity/Ann> <urn:relunet:relation/knows> <urn:relunet:entity/Bob> .
            """);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("documents 4, triples 2, dead letters 0");
    assertThat(directory.resolve("results").toFile().list()).containsExactly("part-00000.nt");
  }

  @Test
  void documentsWithTheSameIdAndFilesWithTheSameNameAreAllThere() throws IOException {
    String line = "{\"id\": \"1\", \"text\": \"Ann likes Bob.\"}\n";
    Path one = Files.createDirectories(directory.resolve("a")).resolve("x.jsonl");
    Path other = Files.createDirectories(directory.resolve("b")).resolve("x.jsonl");
    Files.writeString(one, line + line);
    Files.writeString(other, line);
    assertThat(
            run(
                RULES,
                "",
                "extract",
                "--input",
                one + "",
                other + "",
                "--format=ntriples",
                "--provenance"))
        .isEqualTo(ExitStatus.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(written -> written.contains("#Statement>"))
        .as("names of statements")
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  @Test
  void anEngineThatCannotBeLoadedIsAFailureWhichLeavesNoOutput() throws IOException {
    EngineSelector none =
        (model, configurations, overrides) ->
            () -> {
              throw new IllegalStateException("no model in 'nowhere'\nname another with --model");
            };
    Path output = directory.resolve("out.jsonl");
    assertThat(run(none, "Ann likes Bob.", "extract", "--input", "-", "--output", output + ""))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("relunet: error: no model in 'nowhere'\n  name another with --model\n");
    assertThat(directory).isEmptyDirectory();
  }

  @AfterEach
  void everyLeaseOfAnEngineIsGivenBack() {
    assertThat(LEASES).hasValue(0);
  }

  /** A lease of the one engine. */
  private static final class Held implements EngineLease {
    Held() {
      LEASES.incrementAndGet();
    }

    @Override
    public TripleEngine engine() {
      return ENGINE;
    }

    @Override
    public void close() {
      LEASES.decrementAndGet();
    }
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private int run(EngineSelector engines, String standardInput, String... arguments) {
    byte[] input = standardInput.getBytes(StandardCharsets.UTF_8);
    return new Commands(new ByteArrayInputStream(input), out, err, new OrderlyEnd(), () -> {})
        .commandLine(engines)
        .execute(arguments);
  }
}
