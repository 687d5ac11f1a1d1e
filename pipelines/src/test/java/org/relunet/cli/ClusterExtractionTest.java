package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real command with the default model on a real cluster: separate processes, which are sent the
 * job as any cluster is. It takes a minute or two, most of it for starting and loading.
 */
class ClusterExtractionTest {
  private static final int DOCUMENTS = 200;

  @TempDir static Path directory;
  private static Thread stopAtExit;
  private static String master;
  private static Path input;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void startTheCluster() throws IOException {
    // a test run that is interrupted must not leave it behind
    stopAtExit = new Thread(ClusterExtractionTest::stop, "stop-cluster");
    Runtime.getRuntime().addShutdownHook(stopAtExit);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status = run(out, messages, "cluster", "start", "--directory", place(), "--slots", "2");
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isEqualTo(ExitStatus.DONE);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains("warning: the cluster listens on this machine alone, but asks nobody who he is");
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .map(line -> line.replaceFirst(":\\d+", ":PORT"))
        .containsExactly(
            "flink-master 127.0.0.1:PORT",
            "prometheus 127.0.0.1:PORT jobmanager",
            "prometheus 127.0.0.1:PORT taskmanager-1");
    master = lines.get(0).split(" ")[1];
    input = Files.writeString(directory.resolve("in.jsonl"), documents());
  }

  @AfterAll
  static void stopTheCluster() {
    stop();
    Runtime.getRuntime().removeShutdownHook(stopAtExit);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(run(out, out, "cluster", "status", "--directory", place()))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("no cluster in ");
  }

  @Test
  void everySubmissionGivesTheBytesOfARunInsideThisProcess() throws IOException {
    Path here = extract("here.jsonl", "--parallelism", "2");
    assertThat(Files.readAllLines(here))
        .hasSize(DOCUMENTS)
        .allMatch(line -> line.contains("\"subject\""));
    // two slots are two workers; the second is where native libraries would break: its classes are
    // loaded anew
    assertThat(extract("first.jsonl", "--flink-master", master)).hasSameBinaryContentAs(here);
    assertThat(extract("second.jsonl", "--flink-master", master)).hasSameBinaryContentAs(here);
  }

  @Test
  void aWorkerThatDoesNotSeeTheInputSaysSo() throws IOException {
    // /proc/self/cwd is another directory in every process, as a path on another machine would be
    Path here = Files.writeString(Path.of("target/only-here.txt"), "Ann likes Bob.");
    try {
      String unseen = "/proc/self/cwd/" + here;
      String output = directory.resolve("none.jsonl").toString();
      assertThat(
              run(
                  err,
                  err,
                  "extract",
                  "--input=" + unseen,
                  "--output=" + output,
                  "--flink-master=" + master))
          .isEqualTo(ExitStatus.FAILED);
      assertThat(messages())
          .startsWith("relunet: error: the worker on ")
          .contains("cannot reach '" + unseen + "' (no such file or directory)")
          .hasLineCount(1);
      assertThat(directory.resolve("none.jsonl")).doesNotExist();
    } finally {
      Files.delete(here);
    }
  }

  @Test
  void aWorkerThatDoesNotSeeTheModelSaysSo() {
    String output = directory.resolve("none.jsonl").toString();
    assertThat(
            run(
                err,
                err,
                "extract",
                "--model=/nowhere/model",
                "--input=" + input,
                "--output=" + output,
                "--flink-master=" + master))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(messages()).startsWith("relunet: error: ").contains("/nowhere/model");
  }

  @Test
  void aSecondClusterInTheSameDirectoryIsRefusedAndTheFirstRunsOn() {
    assertThat(run(err, err, "cluster", "start", "--directory", place()))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(messages()).contains("a cluster runs already in '" + place() + "'");
    err.reset();
    assertThat(run(err, err, "cluster", "status", "--directory", place()))
        .isEqualTo(ExitStatus.DONE);
    assertThat(messages())
        .containsPattern("jobmanager process \\d+")
        .containsPattern("taskmanager-1 process \\d+")
        .contains("flink-master " + master)
        .contains("slots 2");
  }

  private Path extract(String output, String... where) {
    Path file = directory.resolve(output);
    List<String> arguments = List.of("extract", "--input", input + "", "--output", file + "");
    assertThat(run(err, err, concatenated(arguments, where)))
        .as(messages())
        .isEqualTo(ExitStatus.DONE);
    return file;
  }

  private String messages() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static String documents() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < DOCUMENTS; i++) {
      lines
          .append("{\"id\": ")
          .append(i)
          .append(", \"text\": \"Alan Bean was born in Wheeler, Texas")
          .append(", and was not alone".repeat(i % 7))
          .append(". He was a crew member of Apollo 12.\"}\n");
    }
    return lines.toString();
  }

  private static String[] concatenated(List<String> first, String... then) {
    return Stream.concat(first.stream(), Arrays.stream(then)).toArray(String[]::new);
  }

  private static String place() {
    return directory.resolve("cluster").toString();
  }

  private static void stop() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(out, out, "cluster", "stop", "--directory", place());
  }

  private static int run(
      ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
    return new Commands(new ByteArrayInputStream(new byte[0]), out, err, () -> {})
        .commandLine(new ModelEngines())
        .execute(arguments);
  }
}
