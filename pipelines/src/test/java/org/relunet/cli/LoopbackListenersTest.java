package org.relunet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.cluster.FreePorts;
import org.relunet.pipeline.embedded.ListeningSockets;
import org.relunet.pipeline.kafka.Broker;

/**
 * The real commands, with the default model, as processes of their own: where they listen from
 * their beginning to their end, and whether they end in order. A cluster's processes are looked at
 * by {@link ClusterExtractionTest}.
 */
@ExtendWith(Broker.Resolver.class)
class LoopbackListenersTest {
  private static final int DOCUMENTS = 300;
  private static final int TERMINATED = 128 + 15;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anExtractionListensToThisMachineAloneAndEndsInOrder() throws Exception {
    String line = "{\"id\": 1, \"text\": \"Alan Bean was born in Wheeler, Texas.\"}\n";
    Path input = Files.writeString(directory.resolve("in.jsonl"), line.repeat(DOCUMENTS));
    Path output = directory.resolve("out.jsonl");
    try (ProgramProcess program =
        ProgramProcess.start(directory, "extract", "--input=" + input, "--output=" + output)) {
      assertThat(program.join()).as(program.messages()).isEqualTo(ExitStatus.DONE);

      // what it does have is Flink's BLOB server
      assertThat(program.listeners())
          .isNotEmpty()
          .allMatch(ListeningSockets.Listener::isOnLoopback);
      assertThat(program.messages()).startsWith("relunet: documents 300, triples ").hasLineCount(1);
      assertThat(output).content().hasLineCount(DOCUMENTS);
    }
  }

  @Test
  void aStreamOffersItsMetricsToThisMachineAloneAndEndsInOrder(Broker broker) throws Exception {
    String texts = broker.topic("texts", 1);
    String triples = broker.topic("triples", 1);
    String deadLetters = broker.topic("dead-letters", 1);
    int port = FreePorts.find(1).get(0);
    try (ProgramProcess program =
        ProgramProcess.start(
            directory,
            "stream",
            "--set=stream.kafka.bootstrap-servers=" + broker.address(),
            "--set=stream.kafka.group=" + texts,
            "--set=stream.input.topics=[" + texts + "]",
            "--set=stream.output.topic=" + triples,
            "--set=stream.errors.dead-letter-topic=" + deadLetters,
            "--metrics-port=" + port)) {
      until(program, () -> status(port, "/ready") == 200);
      broker.send(
          List.of(
              new ProducerRecord<>(
                  texts, "Alan Bean was born in Wheeler, Texas.".getBytes(UTF_8))));
      until(program, () -> broker.messages(triples) > 0);
      program.look();

      assertThat(program.listeners())
          .allMatch(ListeningSockets.Listener::isOnLoopback)
          .anyMatch(listener -> listener.port() == port);
      assertThat(status(port, "/live")).isEqualTo(200);
      assertThat(status(port, "/metrics")).isEqualTo(200);
      assertThat(
              Program.run(
                      "stream",
                      "status",
                      "--set=stream.kafka.bootstrap-servers=" + broker.address(),
                      "--set=stream.kafka.group=" + texts,
                      "--set=stream.input.topics=[" + texts + "]")
                  .out())
          .startsWith("group " + texts + "\nprocess relunet-")
          .containsPattern("partition " + texts + "/0 committed (none|\\d+) end 1 lag [01]\n");

      program.terminate();
      assertThat(program.join()).as(program.messages()).isEqualTo(TERMINATED);
      assertThat(program.messages().lines())
          .as(program.messages())
          .allMatch(line -> line.startsWith("relunet: "))
          .contains("relunet: /metrics, /live and /ready are at 127.0.0.1:" + port);
    }
  }

  private void until(ProgramProcess program, BooleanSupplier condition)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (!program.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError("in vain: " + program.messages());
      }
      program.look();
      Thread.sleep(100);
    }
  }

  private int status(int port, String path) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
