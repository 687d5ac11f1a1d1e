package org.relunet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.pipeline.cluster.local.LocalCluster;
import org.relunet.pipeline.cluster.local.RunningServer;
import org.relunet.pipeline.embedded.ListeningSockets;
import org.relunet.pipeline.kafka.TopicClient;

/**
 * The real command with the default model on a real cluster: separate processes, which are sent the
 * job as any cluster is. It takes a minute or two, most of it for starting and loading.
 */
class ClusterExtractionTest {
  private static final int DOCUMENTS = 200;
  private static final int SUBMISSIONS = 10;

  /** The last job's, and what the JDK and JNA keep of one job each. */
  private static final int CLASS_LOADERS_KEPT = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path directory;
  private static Thread stopAtExit;
  private static String master;
  private static String kafka;
  private static Path input;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void startTheCluster() throws IOException {
    // a test run that is interrupted must not leave it behind
    stopAtExit = new Thread(ClusterExtractionTest::stop, "stop-cluster");
    Runtime.getRuntime().addShutdownHook(stopAtExit);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        run(
            out,
            messages,
            "cluster",
            "start",
            "--directory",
            place(),
            "--slots",
            "2",
            "--with-kafka");
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isEqualTo(ExitStatus.DONE);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains("warning: the cluster listens on this machine alone, but asks nobody who he is");
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .map(line -> line.replaceFirst(":\\d+", ":PORT"))
        .containsExactly(
            "flink-master 127.0.0.1:PORT",
            "kafka 127.0.0.1:PORT",
            "prometheus 127.0.0.1:PORT jobmanager",
            "prometheus 127.0.0.1:PORT taskmanager-1");
    master = lines.get(0).split(" ")[1];
    kafka = lines.get(1).split(" ")[1];
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
  void manySubmissionsLeaveNoClassesOnTheTaskManager() throws Exception {
    for (int i = 0; i < SUBMISSIONS; i++) {
      String output = directory.resolve("many.jsonl").toString();
      assertThat(
              run(
                  err,
                  err,
                  "extract",
                  "--text=Alan Bean was born in Wheeler, Texas.",
                  "--output=" + output,
                  "--flink-master=" + master))
          .as(messages())
          .isEqualTo(ExitStatus.DONE);
    }

    RunningServer taskManager =
        new LocalCluster(Path.of(place()))
            .status().servers().stream()
                .filter(server -> server.name().equals("taskmanager-1"))
                .findFirst()
                .orElseThrow();
    assertThat(JavaHeap.instances(taskManager.pid(), "org.apache.flink.util.ChildFirstClassLoader"))
        .as("class loaders of jobs")
        .isLessThanOrEqualTo(CLASS_LOADERS_KEPT);
  }

  @Test
  void everyProcessListensToThisMachineAlone() throws IOException {
    List<RunningServer> servers = new LocalCluster(Path.of(place())).status().servers();
    assertThat(servers)
        .extracting(RunningServer::name)
        .containsExactlyInAnyOrder("jobmanager", "kafka", "taskmanager-1");
    for (RunningServer server : servers) {
      assertThat(ListeningSockets.of(server.pid()))
          .as(server.name())
          .isNotEmpty()
          .allMatch(ListeningSockets.Listener::isOnLoopback);
    }
  }

  @Test
  void aStreamThatIsStartedAgainAndAgainSaysWhyAndCanBeStopped() throws Exception {
    TopicClient topics = new TopicClient(kafka);
    String texts = topics.topic("texts", 2);
    topics.send(List.of(new ProducerRecord<>(texts, "Ann likes Bob.".getBytes(UTF_8))));
    List<String> stream =
        List.of(
            "--set=stream.kafka.bootstrap-servers=" + kafka,
            "--set=stream.kafka.group=lost",
            "--set=stream.input.topics=[" + texts + "]",
            "--flink-master=" + master);
    List<String> submitted =
        List.of(
            "stream",
            "--set=stream.output.topic=" + topics.topic("triples", 1),
            "--set=stream.errors.dead-letter-topic=" + topics.topic("dead-letters", 1),
            "--set=stream.batch.documents=1",
            // there is none, which no try mends; only workers look for it
            "--model=/nowhere/model",
            "--parallelism=1");
    assertThat(run(err, err, joined(submitted, stream))).as(messages()).isEqualTo(ExitStatus.DONE);

    Pattern failed = Pattern.compile("restarts [1-9]\\d*\nlast-failure .*/nowhere/model");
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!failed.matcher(status(stream)).find()) {
      assertThat(Instant.now()).as(status(stream)).isBefore(deadline);
      Thread.sleep(500);
    }
    assertThat(status(stream))
        .startsWith("group lost\njob ")
        .containsPattern("\npartition " + texts + "/[01] committed none end 1 lag 1\n")
        .endsWith("\nlag 1\n");

    List<String> group = List.of("--group=lost", "--flink-master=" + master);
    err.reset();
    assertThat(run(err, err, joined(List.of("stream", "stop", "--cancel"), group)))
        .as(messages())
        .isEqualTo(ExitStatus.DONE);
    assertThat(messages()).startsWith("cancelled ");
    assertThat(status(stream)).contains("\nstate CANCELED\n");
  }

  private static String status(List<String> stream) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(out, out, joined(List.of("stream", "status"), stream));
    return out.toString(UTF_8);
  }

  private static String[] joined(List<String> first, List<String> then) {
    return concatenated(first, then.toArray(String[]::new));
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
    return new Commands(new ByteArrayInputStream(new byte[0]), out, err, new OrderlyEnd(), () -> {})
        .commandLine(new ModelEngines())
        .execute(arguments);
  }
}
