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
  private static final int DOCUMENTS = 8_000;

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

    try (RunningStream stream = new RunningStream(settings, 2, models)) {
      CompletableFuture<Void> producing = produce(texts);
      stream.until(() -> broker.messages(triples) > DOCUMENTS / 8);
      models.publish("v2");
      stream.until(() -> broker.messages(triples) > DOCUMENTS / 4);
      models.publish("corrupt");
      stream.until(() -> broker.messages(triples) > DOCUMENTS / 2);
      models.publish("v3");
      producing.join();
      stream.until(() -> broker.committed(triples).size() >= DOCUMENTS);
    }

    List<ConsumerRecord<byte[], byte[]>> found = broker.committed(triples);
    assertThat(found).hasSize(DOCUMENTS);
    Map<String, TreeMap<Long, String>> bySource = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> message : found) {
      String value = new String(message.value(), UTF_8);
      String version = value.split("\"modelVersion\":\"")[1].split("\"")[0];
      String source = value.split("\"partition\":")[1].split(",")[0];
      long offset = Long.parseLong(value.split("\"offset\":")[1].split("}")[0]);
      bySource.computeIfAbsent(source, missing -> new TreeMap<>()).put(offset, version);
    }
    assertThat(bySource).hasSize(2);
    assertThat(bySource.values())
        .allSatisfy(
            versions -> assertThat(changes(versions.values())).containsExactly("v1", "v2", "v3"));
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

  private CompletableFuture<Void> produce(String texts) {
    return CompletableFuture.runAsync(
        () -> {
          try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            for (int i = 0; i < DOCUMENTS; i++) {
              producer.send(
                  new ProducerRecord<>(
                      texts, ("d" + i).getBytes(UTF_8), ("Ann likes " + i + ".").getBytes(UTF_8)));
              if (i % 10 == 0) {
                Thread.sleep(5);
              }
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
