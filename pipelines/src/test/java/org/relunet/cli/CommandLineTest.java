package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.cli.ending.OrderlyEnd;

/** What the command line answers before any work is done. */
class CommandLineTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Missing command",
        "extrct | Unmatched argument",
        "extract | (--input=",
        "extract --input a --text b | mutually exclusive",
        "extract --text a --formt jsonl | Unknown option",
        "extract --input a --formt jsonl | Unknown option: '--formt'",
        "extract --text a --format xml | expected one of",
        "extract --text a --min-confidence 2 | from 0 to 1",
        "extract --text a --min-confidence high | is not a",
        "extract --text a --parallelism 0 | at least 1",
        "extract --text a --flink-master nowhere | host:port",
        "cluster | start, status, restart or stop",
        "cluster start --slots 0 | at least 1 slot",
        "cluster start --task-managers 0 | at least 1 TaskManager",
        "cluster restart | NAME",
        "model | list, show, diff",
        "model verify | --registry",
        "model show --registry=x | VERSION",
        "model prune --registry=x --keep=0 | 1 is the least",
        "extract --text a --base-iri nowhere | absolute IRI",
      })
  void aWrongCommandLineIsAUsageErrorOnStandardError(String line, String message) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("relunet: error: ")
        .contains(message)
        .contains("--help'.")
        .doesNotContain("\tat ");
    assertThat(out.size()).isZero();
  }

  @Test
  void namesOfStrangersAreShownAsTheyAre() {
    run("extract", "--input", directory + "/\u001b[2J\nrelunet: error: forged");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("/\\u001b[2J\n  relunet: error: forged")
        .doesNotContain("\u001b");
  }

  @Test
  void aCommandThatIsAlmostRightIsSuggested() {
    run("extrct");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Did you mean: relunet extract");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(run("--version")).isEqualTo(ExitStatus.DONE);
    assertThat(run("extract", "--help")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("relunet ", "--dead-letters", "Exit status:");
    assertThat(err.size()).isZero();
  }

  @Test
  void inputThatDoesNotExistIsAFailureToldInOneLine() {
    assertThat(run("extract", "--input", directory + "/none.txt")).isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("relunet: error: input '" + directory + "/none.txt' does not exist")
        .hasLineCount(1);
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), "a");
    assertThat(run("extract", "--input", input + "", "--output", directory + "/none/out"))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("does not exist; create it");
  }

  @Test
  void anOutputThatIsAlsoInputIsAFailureAndLeavesTheFileAlone() throws IOException {
    Path input = Files.writeString(directory.resolve("in.txt"), "a");
    assertThat(run("extract", "--input", input + "", "--output", input + ""))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("both input and output");
    assertThat(input).hasContent("a");
    assertThat(directory.toFile().list()).containsExactly("in.txt");
  }

  @Test
  void deadLettersNeverReplaceTheInput() throws IOException {
    Path input = Files.writeString(directory.resolve("out.jsonl.dead-letters.jsonl"), "{}");
    assertThat(run("extract", "--input", input + "", "--dead-letters", input + ""))
        .isEqualTo(ExitStatus.FAILED);
    // by default they would lie beside the output, where those of an earlier run are replaced
    assertThat(run("extract", "--input", input + "", "--output", directory + "/out.jsonl"))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .hasLineCount(2)
        .contains("the file for dead letters too: name another with --dead-letters");
    assertThat(input).hasContent("{}");
  }

  @Test
  void aClusterThatDoesNotAnswerIsAFailureBeforeAnyWork() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    String output = directory.resolve("out.jsonl").toString();
    assertThat(run("extract", "--text=a", "--output=" + output, "--flink-master=localhost:" + free))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("no Flink cluster can be reached at localhost:" + free)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/null"})
  void aClusterIsToldWhichFileToWrite(String output) {
    assertThat(run("extract", "--text=a", "--output=" + output, "--flink-master=localhost:8081"))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("name a file or directory with --output")
        .hasLineCount(1);
  }

  @Test
  void verboseShowsTheStackTrace() {
    run("extract", "--verbose", "--input", directory + "/none.txt");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("InputException").contains("\tat ");
  }

  private int run(String... arguments) {
    return new Commands(new ByteArrayInputStream(new byte[0]), out, err, new OrderlyEnd(), () -> {})
        .commandLine(
            (model, configurations, overrides) ->
                () -> {
                  throw new AssertionError("the engine is not asked for");
                })
        .execute(arguments);
  }
}
