package org.relunet.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.cluster.FreePorts;

@ExtendWith(Broker.Resolver.class)
class TopicCheckTest {
  private final Broker broker;

  TopicCheckTest(Broker broker) {
    this.broker = broker;
  }

  @Test
  void theBrokersTellHowLargeAMessageMayBe() {
    String texts = broker.topic("texts", 1);
    String triples = broker.topic("triples", 1);

    Map<String, Long> limits =
        new TopicCheck(broker.connection(), Duration.ofSeconds(5))
            .require(new Topics(List.of(texts), triples, ""));

    assertThat(limits).containsExactly(Map.entry(triples, 8_000_000L));
  }

  @Test
  void aBrokerThatCannotBeReachedIsNamedAfterTheTimeLimit() throws IOException {
    KafkaConnection nowhere =
        new KafkaConnection("127.0.0.1:" + FreePorts.find(1).get(0), new HashMap<>());

    assertThatThrownBy(
            () ->
                new TopicCheck(nowhere, Duration.ofSeconds(1))
                    .require(new Topics(List.of("a"), "b", "c")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageStartingWith("no broker of Kafka can be reached in 1 s")
        .hasMessageContaining("stream.kafka.bootstrap-servers: " + nowhere.bootstrapServers());
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    KafkaConnection wrong = new KafkaConnection("nonsense", new HashMap<>());

    assertThatThrownBy(
            () ->
                new TopicCheck(wrong, Duration.ofSeconds(1))
                    .require(new Topics(List.of("a"), "b", "c")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("nonsense");
  }

  @Test
  void topicsMustDiffer() {
    assertThatThrownBy(() -> new Topics(List.of("a"), "a", "c")).hasMessageContaining("'a'");
    assertThatThrownBy(() -> new Topics(List.of("a"), "b", "a")).hasMessageContaining("'a'");
    assertThatThrownBy(() -> new Topics(List.of("a"), "b", "b")).hasMessageContaining("'b'");
  }

  @Test
  void propertiesOfAFileHoldForAllClientsOrForOneKindAndSecretsAreNotShown(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("client.properties");
    Files.writeString(
        file,
        """
        security.protocol=SASL_SSL
        consumer.max.poll.records=7
        producer.linger.ms=9
        consumer.enable.auto.commit=true
        sasl.jaas.config=secret
        """);
    KafkaConnection connection = KafkaConnection.of("a:1", "stream.kafka.properties", file);

    assertThat(connection.consumer("g", "earliest"))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("max.poll.records", "7")
        .containsEntry("enable.auto.commit", false)
        .doesNotContainKey("linger.ms");
    assertThat(connection.producer(1_000)).containsEntry("linger.ms", "9");
    assertThat(connection.toString()).doesNotContain("secret").contains("sasl.jaas.config");
  }

  @Test
  void aFileOfPropertiesThatIsMissingIsNamedWithItsKey() {
    assertThatThrownBy(
            () -> KafkaConnection.of("a:1", "stream.kafka.properties", Path.of("/no/such.file")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessage("stream.kafka.properties: there is no file '/no/such.file'");
  }
}
