package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.cluster.local.LocalCluster;
import org.relunet.pipeline.cluster.local.LocalClusterSettings;
import org.relunet.pipeline.cluster.local.RunningServer;
import org.relunet.pipeline.cluster.local.TestCluster;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.job.FlinkSettings;
import org.relunet.pipeline.kafka.TopicClient;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.live.LiveEngine;
import org.relunet.runtime.live.LiveEngines;

/**
 * The default model on a cluster for {@code -Drelunet.soak-minutes} (20), at four fifths of the
 * rate at which it works off what waits: neither memory nor latency may grow.
 */
@Tag("soak")
class SoakTest {
  private static final int WAITING = 3_000;
  private static final double SHARE = 0.8;
  private static final int MINUTES = Integer.getInteger("relunet.soak-minutes", 20);

  private static final List<String> TEXTS =
      List.of(
          "Alan Bean was born in Wheeler, Texas, and was a crew member of Apollo 12.",
          "The Aarhus Airport serves the city of Aarhus, Denmark.",
          "Adolfo Suarez Madrid-Barajas Airport is found in Madrid, Spain. Its runway is long.",
          "Ajoblanco is a dish from Spain, made of bread, almonds, garlic, water and olive oil.",
          "The 11th Mississippi Infantry Monument is in Gettysburg, Pennsylvania.",
          "It rained.");

  @TempDir static Path directory;

  private record DefaultModel() implements LiveEngineProvider {
    @Override
    public Lease<LiveEngine> lease() {
      return LiveEngines.lease(new EngineSpecification("", List.of(), List.of()), 5_000);
    }
  }

  /** What one minute showed. */
  private record Minute(long residentMegabytes, long medianMillis, long slowMillis) {}

  @Test
  void neitherMemoryNorLatencyGrows() throws Exception {
    LocalClusterSettings settings =
        LocalClusterSettings.in(directory).withSlots(2).withHeapMegabytes(1_024).withKafka();
    try (TestCluster started = TestCluster.start(settings)) {
      LocalCluster cluster = started.get();
      TopicClient kafka = new TopicClient(cluster.addresses().kafka().orElseThrow());
      String texts = kafka.topic("texts", 4);
      String answers = kafka.topic("answers", 4);
      String deadLetters = kafka.topic("dead-letters", 1);
      produce(kafka, texts, WAITING, 0);
      submit(cluster, kafka, texts, answers, deadLetters);

      double most = rate(kafka, answers);
      double rate = SHARE * most;
      System.out.printf("most: %.0f documents/s; now %.0f for %d min%n", most, rate, MINUTES);
      CompletableFuture<Void> producing =
          CompletableFuture.runAsync(
              () -> produce(kafka, texts, (int) (rate * 60 * MINUTES), rate));
      List<Minute> minutes = watch(cluster, kafka, answers, producing);

      assertThat(kafka.messages(deadLetters)).isZero();
      requireFlat(minutes);
      FlinkJobs jobs = new FlinkJobs(cluster.addresses().flinkMaster());
      jobs.cancel(jobs.active(StreamJob.name("soak")).orElseThrow().id(), Duration.ofMinutes(1));
    }
  }

  private static void submit(
      LocalCluster cluster, TopicClient kafka, String texts, String answers, String deadLetters)
      throws IOException {
    StreamSettings settings =
        RunningStream.documents(
            kafka.address(), "soak", List.of(texts), answers, deadLetters, 10_000);
    StreamRequest request =
        new StreamRequest(
            settings,
            new FlinkSettings(Optional.of(cluster.addresses().flinkMaster()), Optional.of(2)),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    StreamJob.run(request, new DefaultModel(), new StopSignal(), begun -> {});
  }

  /** Documents a second, of those that wait, after the first third. */
  private static double rate(TopicClient kafka, String answers) throws InterruptedException {
    while (kafka.messages(answers) < WAITING / 3) {
      Thread.sleep(50);
    }
    long from = kafka.messages(answers);
    Instant begun = Instant.now();
    while (kafka.messages(answers) < WAITING) {
      Thread.sleep(50);
    }
    return (WAITING - from) * 1000.0 / Duration.between(begun, Instant.now()).toMillis();
  }

  private static void produce(TopicClient kafka, String texts, int number, double rate) {
    Instant begun = Instant.now();
    try (KafkaProducer<byte[], byte[]> producer = kafka.producer()) {
      for (int i = 0; i < number; i++) {
        byte[] text = TEXTS.get(i % TEXTS.size()).getBytes(UTF_8);
        producer.send(new ProducerRecord<>(texts, ("d" + rate + i).getBytes(UTF_8), text));
        long ahead =
            rate == 0
                ? 0
                : (long) (i * 1000 / rate) - Duration.between(begun, Instant.now()).toMillis();
        if (ahead > 5) {
          Thread.sleep(ahead);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Minute> watch(
      LocalCluster cluster, TopicClient kafka, String answers, CompletableFuture<Void> producing)
      throws IOException {
    List<Minute> minutes = new ArrayList<>();
    try (TopicClient.Follower follower = kafka.follow(answers)) {
      while (!producing.isDone()) {
        List<Long> latencies = follower.latencies(Duration.ofMinutes(1));
        if (latencies.isEmpty()) {
          continue;
        }
        latencies.sort(Long::compare);
        Minute minute =
            new Minute(
                resident(cluster),
                latencies.get(latencies.size() / 2),
                latencies.get(latencies.size() * 99 / 100));
        minutes.add(minute);
        System.out.printf(
            "minute %d: %d documents, %d MB, latency p50 %d ms, p99 %d ms%n",
            minutes.size(),
            latencies.size(),
            minute.residentMegabytes(),
            minute.medianMillis(),
            minute.slowMillis());
      }
    }
    return minutes;
  }

  /** What the TaskManager has in memory, native memory included. */
  private static long resident(LocalCluster cluster) throws IOException {
    RunningServer worker =
        cluster.status().servers().stream()
            .filter(server -> server.name().equals("taskmanager-1"))
            .findFirst()
            .orElseThrow();
    try {
      return Files.readAllLines(Path.of("/proc", worker.pid() + "", "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last quarter is compared with the second: the first has the warming up. */
  private static void requireFlat(List<Minute> minutes) {
    int quarter = Math.max(1, minutes.size() / 4);
    List<Minute> early = minutes.subList(quarter, 2 * quarter);
    List<Minute> late = minutes.subList(minutes.size() - quarter, minutes.size());
    assertThat(late.stream().mapToLong(Minute::residentMegabytes).average().orElseThrow())
        .isLessThan(
            1.1 * early.stream().mapToLong(Minute::residentMegabytes).average().orElseThrow());
    assertThat(late.stream().mapToLong(Minute::medianMillis).average().orElseThrow())
        .isLessThan(
            100 + 1.5 * early.stream().mapToLong(Minute::medianMillis).average().orElseThrow());
  }
}
