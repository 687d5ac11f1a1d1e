package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.pipeline.kafka.Broker;

/** A stream under load whose model is exchanged three times, once for one that does not load. */
@ExtendWith(Broker.Resolver.class)
class ModelExchangeTest {
  /** What the producer stops at where the test has failed. */
  private static final int MOST_DOCUMENTS = 200_000;

  private final Broker broker;

  ModelExchangeTest(Broker broker) {
    this.broker = broker;
  }

  @ParameterizedTest
  @EnumSource
  void versionsInTheOutputChangeOnceEachAndNothingIsLost(Delivery delivery, @TempDir Path store)
      throws Exception {
    String texts = broker.topic("texts", 2);
    String triples = broker.topic("triples", 2);
    String deadLetters = broker.topic("dead-letters", 1);
    RuleModels models = new RuleModels(store.toString());
    models.publish("v1");
    StreamSettings settings =
        RunningStream.settings(
            broker.address(),
            "group-" + UUID.randomUUID(),
            List.of(texts),
            triples,
            deadLetters,
            delivery,
            ErrorTolerance.ALL);

    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Integer> producing = produce(texts, enough);
    try (RunningStream stream = new RunningStream(settings, 2, models)) {
      stream.until(() -> bothPartitionsHave("v1", triples));
      models.publish("v2");
      stream.until(() -> bothPartitionsHave("v2", triples));
      long before = broker.messages(triples);
      models.publish("corrupt");
      stream.until(() -> broker.messages(triples) > before + 1_000);
      models.publish("v3");
      stream.until(() -> bothPartitionsHave("v3", triples));
      enough.set(true);
      int sent = producing.join();
      stream.until(() -> broker.committed(triples).size() >= sent);
    }

    assertThat(broker.committed(triples)).hasSize(producing.join());
    assertThat(versionsBySource(triples).values())
        .hasSize(2)
        .allSatisfy(
            versions -> assertThat(changes(versions.values())).containsExactly("v1", "v2", "v3"));
  }

  private boolean bothPartitionsHave(String version, String triples) {
    return versionsBySource(triples).values().stream()
            .filter(versions -> versions.containsValue(version))
            .count()
        == 2;
  }

  /** By the partition that a text came from, in the order of its texts. */
  private Map<String, TreeMap<Long, String>> versionsBySource(String triples) {
    Map<String, TreeMap<Long, String>> bySource = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> message : broker.committed(triples)) {
      String value = new String(message.value(), UTF_8);
      String version = value.split("\"modelVersion\":\"")[1].split("\"")[0];
      String source = value.split("\"partition\":")[1].split(",")[0];
      long offset = Long.parseLong(value.split("\"offset\":")[1].split("}")[0]);
      bySource.computeIfAbsent(source, missing -> new TreeMap<>()).put(offset, version);
    }
    return bySource;
  }

  /** The versions as they follow each other, each stretch of equal ones once. */
  private static List<String> changes(Collection<String> versions) {
    List<String> changes = new ArrayList<>();
    for (String version : versions) {
      if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(version)) {
        changes.add(version);
      }
    }
    return changes;
  }

  /** Sends texts, about two thousand a second, until there are enough; their number. */
  private CompletableFuture<Integer> produce(String texts, AtomicBoolean enough) {
    return CompletableFuture.supplyAsync(
        () -> {
          int sent = 0;
          try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            while (!enough.get() && sent < MOST_DOCUMENTS) {
              producer.send(
                  new ProducerRecord<>(
                      texts,
                      ("d" + sent).getBytes(UTF_8),
                      ("Ann likes " + sent + ".").getBytes(UTF_8)));
              sent++;
              if (sent % 10 == 0) {
                Thread.sleep(5);
              }
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return sent;
        });
  }
}
