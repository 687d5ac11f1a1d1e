package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.cluster.local.LocalCluster;
import org.relunet.pipeline.cluster.local.LocalClusterSettings;
import org.relunet.pipeline.cluster.local.TestCluster;
import org.relunet.pipeline.job.FlinkSettings;
import org.relunet.pipeline.kafka.TopicClient;

/**
 * A stream on a cluster of separate processes whose servers are killed while it works: 10,000
 * documents, every hundredth of them poison.
 */
class FaultsTest {
  private static final int DOCUMENTS = 10_000;
  private static final int A_SECOND = 800;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir static Path directory;
  private static TestCluster started;
  private static LocalCluster cluster;
  private static TopicClient kafka;
  private static FlinkJobs jobs;

  private final String group = "group-" + UUID.randomUUID();
  private String texts;
  private String triples;
  private String deadLetters;

  @BeforeAll
  static void startTheCluster() throws Exception {
    started =
        TestCluster.start(
            LocalClusterSettings.in(directory)
                .withSlots(2)
                .withHeapMegabytes(512)
                .withKafka()
                .withHighAvailability());
    cluster = started.get();
    kafka = new TopicClient(cluster.addresses().kafka().orElseThrow());
    jobs = new FlinkJobs(cluster.addresses().flinkMaster());
  }

  @AfterAll
  static void stopTheCluster() {
    started.close();
  }

  @BeforeEach
  void topics() {
    texts = kafka.topic("texts", 4);
    triples = kafka.topic("triples", 4);
    deadLetters = kafka.topic("dead-letters", 1);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostWhenWorkersAndTheBrokerAreKilled(Delivery delivery) throws Exception {
    submit(delivery, 2, Optional.empty());
    CompletableFuture<Void> producing = produce();
    until(() -> kafka.messages(triples) > DOCUMENTS / 10);

    cluster.kill("taskmanager-1");
    cluster.restart("taskmanager-1");
    until(() -> kafka.messages(triples) > DOCUMENTS / 4);
    cluster.kill("taskmanager-1");
    cluster.restart("taskmanager-1");
    until(() -> kafka.messages(triples) > DOCUMENTS / 3);
    cluster.kill("kafka");
    Thread.sleep(20_000);
    cluster.restart("kafka");

    producing.join();
    requireEverything(delivery);
    jobs.cancel(jobs.active(StreamJob.name(group)).orElseThrow().id(), PATIENCE);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostWhenAWorkerIsKilledJustAfterOrJustBeforeACheckpoint(Delivery delivery)
      throws Exception {
    String job = submit(delivery, 2, Optional.empty());
    CompletableFuture<Void> producing = produce();
    until(() -> kafka.messages(triples) > DOCUMENTS / 10);

    long seen = jobs.completedCheckpoints(job);
    until(() -> jobs.completedCheckpoints(job) > seen);
    cluster.kill("taskmanager-1");
    cluster.restart("taskmanager-1");
    long later = jobs.completedCheckpoints(job);
    until(() -> jobs.completedCheckpoints(job) > later);
    // one begins every second
    Thread.sleep(900);
    cluster.kill("taskmanager-1");
    cluster.restart("taskmanager-1");

    producing.join();
    requireEverything(delivery);
    jobs.cancel(job, PATIENCE);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostWhenTheJobManagerIsKilled(Delivery delivery) throws Exception {
    String job = submit(delivery, 2, Optional.empty());
    CompletableFuture<Void> producing = produce();
    until(() -> kafka.messages(triples) > DOCUMENTS / 4);

    cluster.kill("jobmanager");
    cluster.restart("jobmanager");

    producing.join();
    requireEverything(delivery);
    assertThat(jobs.active(StreamJob.name(group)).orElseThrow().id()).isEqualTo(job);
    jobs.cancel(job, PATIENCE);
  }

  @Test
  void aStreamThatIsStoppedWithASavepointGoesOnFromItWithMoreWorkers() throws Exception {
    String job = submit(Delivery.EXACTLY_ONCE, 1, Optional.empty());
    CompletableFuture<Void> producing = produce();
    until(() -> kafka.messages(triples) > DOCUMENTS / 4);

    String savepoint = jobs.stop(job, directory.resolve("savepoints").toUri().toString(), PATIENCE);
    until(() -> freeSlots() == 2);
    String next = submit(Delivery.EXACTLY_ONCE, 2, Optional.of(savepoint));

    producing.join();
    requireEverything(Delivery.EXACTLY_ONCE);
    jobs.cancel(next, PATIENCE);
  }

  @Test
  void aSavepointThatOnlyTheClusterCanMissEndsTheStart() {
    String savepoint = "file:/nowhere/to/be/found";

    assertThatThrownBy(() -> submit(Delivery.EXACTLY_ONCE, 1, Optional.of(savepoint)))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("--savepoint " + savepoint);

    assertThat(jobs.active(StreamJob.name(group))).isEmpty();
    assertThat(freeSlots()).isEqualTo(2);
  }

  private static int freeSlots() {
    try {
      return cluster.status().overview().map(flink -> flink.freeSlots()).orElse(0);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String submit(Delivery delivery, int parallelism, Optional<String> savepoint)
      throws Exception {
    StreamSettings settings =
        RunningStream.settings(
            kafka.address(),
            group,
            List.of(texts),
            triples,
            deadLetters,
            delivery,
            ErrorTolerance.ALL);
    StreamRequest request =
        new StreamRequest(
            settings,
            new FlinkSettings(
                Optional.of(cluster.addresses().flinkMaster()), Optional.of(parallelism)),
            savepoint,
            Optional.empty(),
            OptionalInt.empty());
    return StreamJob.run(request, new RuleEngines(), new StopSignal(), begun -> {}).orElseThrow();
  }

  private static boolean isPoison(int document) {
    return document % 100 == 99;
  }

  /** Writes all documents, so many a second, through whatever happens to the broker. */
  private CompletableFuture<Void> produce() {
    return CompletableFuture.runAsync(
        () -> {
          Instant begun = Instant.now();
          try (KafkaProducer<byte[], byte[]> producer = kafka.producer()) {
            for (int i = 0; i < DOCUMENTS; i++) {
              String text = isPoison(i) ? "POISON " + i : "Ann likes " + i + ".";
              producer.send(
                  new ProducerRecord<>(texts, ("d" + i).getBytes(UTF_8), text.getBytes(UTF_8)));
              long ahead = i * 1000L / A_SECOND - Duration.between(begun, Instant.now()).toMillis();
              if (ahead > 20) {
                Thread.sleep(ahead);
              }
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void requireEverything(Delivery delivery) throws InterruptedException {
    Set<String> expected = new HashSet<>();
    Set<String> poison = new HashSet<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      (isPoison(i) ? poison : expected).add("d" + i);
    }
    until(() -> kafka.messages(triples) >= expected.size());
    until(() -> documents(triples).containsAll(expected));
    until(() -> documents(deadLetters).containsAll(poison));

    List<String> answered = documents(triples);
    List<String> dead = documents(deadLetters);
    System.out.printf(
        "%s: %d results of %d, %d dead letters of %d%n",
        delivery, answered.size(), expected.size(), dead.size(), poison.size());
    switch (delivery) {
      case AT_LEAST_ONCE -> {
        assertThat(new HashSet<>(answered)).isEqualTo(expected);
        assertThat(new HashSet<>(dead)).isEqualTo(poison);
      }
      case EXACTLY_ONCE -> {
        assertThat(answered).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(dead).containsExactlyInAnyOrderElementsOf(poison);
      }
    }
  }

  private static List<String> documents(String topic) {
    List<String> documents = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : kafka.committed(topic)) {
      documents.add(new String(message.key(), UTF_8).split("/")[0]);
    }
    return documents;
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("it does not hold after " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }
}
