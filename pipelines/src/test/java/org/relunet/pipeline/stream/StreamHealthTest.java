package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relunet.pipeline.cluster.FreePorts;
import org.relunet.pipeline.health.HealthAddress;
import org.relunet.pipeline.health.HealthException;
import org.relunet.pipeline.kafka.Broker;
import org.relunet.pipeline.kafka.KafkaProblem;
import org.relunet.pipeline.kafka.KafkaRefusal;

/** What a stream inside this process tells of itself when something goes wrong. */
@ExtendWith(Broker.Resolver.class)
class StreamHealthTest {
  private final Broker broker;
  private final String group = "group-" + UUID.randomUUID();
  private final HttpClient client = HttpClient.newHttpClient();
  private String texts;
  private String triples;
  private String deadLetters;

  StreamHealthTest(Broker broker) {
    this.broker = broker;
  }

  @BeforeEach
  void topics() {
    texts = broker.topic("texts", 1);
    triples = broker.topic("triples", 1);
    deadLetters = broker.topic("dead-letters", 1);
  }

  private StreamSettings settings(Delivery delivery) {
    return RunningStream.settings(
        broker.address(),
        group,
        List.of(texts),
        triples,
        deadLetters,
        delivery,
        ErrorTolerance.ALL);
  }

  private void send(String text) {
    broker.send(List.of(new ProducerRecord<>(texts, text.getBytes(UTF_8))));
  }

  @Test
  void aFailureIsToldAndCountedAndTheStreamIsReadyAgain() throws Exception {
    HealthAddress address = new HealthAddress(HealthAddress.LOOPBACK, FreePorts.find(1).get(0));
    try (RunningStream stream =
        new RunningStream(
            settings(Delivery.EXACTLY_ONCE), 1, new CrashingEngines(), Optional.of(address))) {
      send("Ann likes Bob.");
      stream.until(() -> broker.committed(triples).size() == 1);
      stream.until(() -> get(address, "/ready").statusCode() == 200);

      send("CRASH likes Eve.");
      stream.until(() -> broker.committed(triples).size() == 2);

      assertThat(stream.messages())
          .filteredOn(message -> message.startsWith("failure "))
          .singleElement()
          .asString()
          .startsWith("failure 1 of the job, at ")
          .endsWith(": LinkageError: a library is missing; Flink starts it again");
      stream.until(() -> get(address, "/ready").statusCode() == 200);
      assertThat(get(address, "/live").body())
          .contains("\"state\":\"RUNNING\",\"working\":true,\"failures\":1")
          .contains("\"cause\":\"LinkageError: a library is missing\"")
          .contains("\"modelVersion\":\"rules-1\"");
      assertThat(get(address, "/metrics").body())
          .containsPattern("(?m)^flink_jobmanager_job_numRestarts\\{.*} 1\\.0$")
          .containsPattern("(?m)^flink_taskmanager_job_task_operator_relunet_recordsIn\\{");
      assertThat(get(address, "/jobs").statusCode()).isEqualTo(404);
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(uri(address, "/live"))
                          .POST(HttpRequest.BodyPublishers.ofString("{}"))
                          .build(),
                      HttpResponse.BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(405);
    }
  }

  @Test
  void aRightThatIsTakenAwayEndsTheStreamWithItsName() throws Exception {
    send("Ann likes Bob.");
    try (RunningStream stream = new RunningStream(settings(Delivery.EXACTLY_ONCE), 1)) {
      stream.until(() -> broker.committed(triples).size() == 1);
      broker.denyTransactions(group);
      send("Ann likes Eve.");

      assertThatThrownBy(stream::join)
          .hasStackTraceContaining(
              "grant Write and Describe on the transactional ids that begin with '" + group + "/'");
    }
  }

  @Test
  void aStreamThatAnotherOneHasLockedOutEndsAndSaysWhy() throws Exception {
    send("Ann likes Bob.");
    try (RunningStream stream = new RunningStream(settings(Delivery.EXACTLY_ONCE), 1)) {
      stream.until(() -> broker.committed(triples).size() == 1);
      lockOut(group + "/" + texts + "/0");
      send("Ann likes Eve.");

      assertThatThrownBy(stream::join)
          .cause()
          .isInstanceOf(KafkaRefusal.class)
          .hasMessageStartingWith("another process of group '" + group + "' has taken over");
      assertThat(stream.messages()).last().asString().endsWith("; the job ends");
    }
  }

  @Test
  void aSecondProcessOfTheGroupIsRefusedAsLongAsTheFirstLives() throws Exception {
    send("Ann likes Bob.");
    try (RunningStream first = new RunningStream(settings(Delivery.AT_LEAST_ONCE), 1)) {
      first.until(() -> broker.committed(triples).size() == 1);
      try (RunningStream second = new RunningStream(settings(Delivery.AT_LEAST_ONCE), 1)) {
        assertThatThrownBy(second::join)
            .cause()
            .isInstanceOf(KafkaProblem.class)
            .hasMessageContaining("group '" + group + "' is read by another process: relunet-")
            .hasMessageContaining("-" + ProcessHandle.current().pid() + " at 127.0.0.1");
      }
    }
    try (RunningStream next = new RunningStream(settings(Delivery.AT_LEAST_ONCE), 1)) {
      send("Ann likes Eve.");
      next.until(() -> broker.committed(triples).size() == 2);
      assertThat(next.messages()).noneMatch(message -> message.contains("another process"));
    }
  }

  @Test
  void aPortThatIsTakenEndsTheStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RunningStream stream =
            new RunningStream(
                settings(Delivery.AT_LEAST_ONCE),
                1,
                new RuleEngines(),
                Optional.of(new HealthAddress(HealthAddress.LOOPBACK, taken.getLocalPort())))) {
      assertThatThrownBy(stream::join)
          .cause()
          .isInstanceOf(HealthException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("name another --metrics-port");
    }
  }

  private void lockOut(String transactionalId) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.address());
    properties.put("transactional.id", transactionalId);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> other = new KafkaProducer<>(properties, bytes, bytes)) {
      other.initTransactions();
    }
  }

  private static URI uri(HealthAddress address, String path) {
    return URI.create("http://" + address + path);
  }

  private HttpResponse<String> get(HealthAddress address, String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(uri(address, path)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
