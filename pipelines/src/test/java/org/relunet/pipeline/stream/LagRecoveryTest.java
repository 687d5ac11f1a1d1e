package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.pipeline.kafka.Broker;

/** What waits is worked off at full speed, and stays in order. */
@ExtendWith(Broker.Resolver.class)
class LagRecoveryTest {
  private static final int WAITING = 50_000;
  private static final int KEYS = 500;

  private final Broker broker;

  LagRecoveryTest(Broker broker) {
    this.broker = broker;
  }

  /** The floors are far below what is reached, so that a busy machine does not fail them. */
  @ParameterizedTest
  @CsvSource({"AT_LEAST_ONCE,1000", "EXACTLY_ONCE,500"})
  void fiftyThousandMessagesThatWaitAreAnsweredInTheOrderOfEachKey(Delivery delivery, int floor)
      throws Exception {
    String texts = broker.topic("texts", 4);
    String triples = broker.topic("triples", 4);
    String deadLetters = broker.topic("dead-letters", 1);
    List<ProducerRecord<byte[], byte[]>> waiting = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      waiting.add(
          new ProducerRecord<>(
              texts, ("k" + i % KEYS).getBytes(UTF_8), ("Ann likes " + i + ".").getBytes(UTF_8)));
    }
    broker.send(waiting);

    try (RunningStream stream =
        new RunningStream(
            RunningStream.settings(
                broker.address(),
                "group-" + UUID.randomUUID(),
                List.of(texts),
                triples,
                deadLetters,
                delivery,
                ErrorTolerance.ALL),
            2)) {
      stream.until(() -> broker.messages(triples) > 0);
      Instant begun = Instant.now();
      // marks of transactions count there too: what is told by it is looked at closely
      stream.until(
          () -> broker.messages(triples) >= WAITING && broker.committed(triples).size() >= WAITING);
      Duration taken = Duration.between(begun, Instant.now());
      System.out.printf(
          "%s: %d messages in %d ms after the first, %d a second%n",
          delivery, WAITING, taken.toMillis(), WAITING * 1000L / taken.toMillis());
      assertThat(WAITING * 1000L / taken.toMillis()).isGreaterThan(floor);
    }

    Map<String, Integer> last = new HashMap<>();
    List<ConsumerRecord<byte[], byte[]>> found = broker.committed(triples);
    assertThat(found).hasSize(WAITING);
    for (ConsumerRecord<byte[], byte[]> message : found) {
      String document = new String(message.key(), UTF_8).split("/")[0];
      String value = new String(message.value(), UTF_8);
      int number = Integer.parseInt(value.split("\"object\":\\{\"text\":\"")[1].split("\"")[0]);
      assertThat(number).isGreaterThan(last.getOrDefault(document, -1));
      last.put(document, number);
    }
  }
}
