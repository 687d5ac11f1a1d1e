package org.relunet.cli.ending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.pipeline.kafka.Broker;
import org.relunet.training.TinyTraining;

/**
 * Whoever ends the program gets the status of the signal, and neither a crash nor the messages of
 * what was cut off, whenever it comes; in a process whose native libraries do crash at their end.
 */
@ExtendWith(Broker.Resolver.class)
class EndedBySignalTest {
  private static final Random RANDOM = new Random();

  @TempDir Path directory;

  private static void pause(int mostMillis) throws InterruptedException {
    Thread.sleep(RANDOM.nextInt(mostMillis)); // the moment is to be any
  }

  private SignalledProgram train() throws IOException {
    TinyTraining training = new TinyTraining(directory.resolve("data")).write();
    return SignalledProgram.start(
        directory.resolve("run"),
        List.of(
            "train",
            "--config=" + training.configurationFile(),
            "--set=training.epochs=100000",
            "--set=session.intra-op-threads=2",
            "--output=trained"));
  }

  private boolean trains() {
    try {
      Path metrics = directory.resolve("run/trained/metrics.jsonl");
      return Files.exists(metrics) && Files.readString(metrics).contains("\"evaluation\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aTrainingSaysHowToGoOn(String signal, int status) throws IOException, InterruptedException {
    try (SignalledProgram program = train()) {
      program.until(this::trains);
      pause(300);
      program.signal(signal);

      assertThat(program.status()).as(program.err()).isEqualTo(status);
      assertThat(program.err())
          .contains("relunet: SIG" + signal + ": the same command with --resume goes on")
          .doesNotContain("error", "Exception", "fatal");
      assertThat(program.left()).containsExactly("trained");
    }
  }

  @Test
  void theEndThatComesWhileItStartsIsQuiet() throws IOException, InterruptedException {
    try (SignalledProgram program =
        SignalledProgram.start(
            EndedWhileStarting.class, directory.resolve("run"), List.of("nothing"))) {
      assertThat(program.status()).as(program.err()).isEqualTo(143);
      assertThat(program.err()).isEmpty();
    }
  }

  @Test
  void aTrainingOfStoredHalvesIsQuietToItsEnd() throws IOException, InterruptedException {
    TinyTraining training = new TinyTraining(directory.resolve("data")).write();
    try (SignalledProgram program =
        SignalledProgram.start(
            directory.resolve("run"),
            List.of(
                "train",
                "--config=" + training.configurationFile(),
                "--set=training.epochs=1",
                "--set=training.storage=half",
                "--output=trained"))) {
      assertThat(program.status()).as(program.err()).isZero();
      assertThat(program.err()).contains("relunet: wrote model").doesNotContain("tensorflow/");
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void anExtractionLeavesNothing(String signal, int status)
      throws IOException, InterruptedException {
    Path texts =
        Files.write(
            directory.resolve("texts"),
            Collections.nCopies(50_000, "Alan Bean was born in Wheeler and flew on Apollo 12."));
    try (SignalledProgram program =
        SignalledProgram.start(
            directory.resolve("run"),
            List.of("extract", "--input=" + texts, "--input-format=lines", "--output=found"))) {
      program.until(program::hasTensorFlow);
      pause(4_000);
      program.signal(signal);

      assertThat(program.status()).as(program.err()).isEqualTo(status);
      assertThat(program.err()).isEqualTo("relunet: ended by SIG" + signal + "\n");
      assertThat(program.left()).doesNotContain("found").noneMatch(name -> name.startsWith("hs_"));
    }
  }

  @Test
  void aSecondSignalEndsAtOnceWhatTheFirstWaitsFor(Broker broker)
      throws IOException, InterruptedException {
    try (SignalledProgram program = stream(broker, topics(broker))) {
      program.until(program::hasTensorFlow);
      pause(2_000);
      program.signal("INT");
      pause(100);
      program.signal("TERM");

      assertThat(program.status()).as(program.err()).isIn(130, 143);
      assertThat(program.left()).containsExactly("stream.yaml");
    }
  }

  @Test
  void aStreamWritesWhatItHasRead(Broker broker) throws IOException, InterruptedException {
    List<String> topics = topics(broker);
    broker.send(
        IntStream.range(0, 500)
            .mapToObj(
                number ->
                    new ProducerRecord<>(
                        topics.get(0),
                        ("" + number).getBytes(UTF_8),
                        "Alan Bean was born in Wheeler.".getBytes(UTF_8)))
            .toList());
    try (SignalledProgram program = stream(broker, topics)) {
      program.until(() -> !broker.committed(topics.get(1)).isEmpty());
      pause(300);
      program.signal("TERM");

      assertThat(program.status()).as(program.err()).isEqualTo(143);
      assertThat(program.err())
          .contains("relunet: SIGTERM: what was read is written first")
          .doesNotContain("error", "Exception", "fatal");
      assertThat(program.left()).containsExactly("stream.yaml");
    }
    int before = broker.committed(topics.get(1)).size();
    try (SignalledProgram program = stream(broker, topics)) {
      program.until(() -> broker.committed(topics.get(1)).size() >= 500);
      program.signal("INT");

      assertThat(program.status()).as(program.err()).isEqualTo(130);
    }
    assertThat(before).isPositive();
    assertThat(broker.committed(topics.get(1)))
        .extracting(message -> new String(message.key(), UTF_8))
        .doesNotHaveDuplicates()
        .hasSize(500);
  }

  private static List<String> topics(Broker broker) {
    return List.of(
        broker.topic("texts", 1), broker.topic("triples", 1), broker.topic("dead-letters", 1));
  }

  private SignalledProgram stream(Broker broker, List<String> topics) throws IOException {
    Path run = Files.createDirectories(directory.resolve("run"));
    Path configuration =
        Files.writeString(
            run.resolve("stream.yaml"),
            """
            stream:
              kafka: {bootstrap-servers: "%s", group: %s}
              input: {topics: [%s]}
              output: {topic: %s, unit: document}
              delivery: exactly-once
              batch: {documents: 4}
              errors: {dead-letter-topic: %s}
            """
                .formatted(
                    broker.address(), topics.get(0), topics.get(0), topics.get(1), topics.get(2)));
    return SignalledProgram.start(run, List.of("stream", "--config=" + configuration));
  }
}
