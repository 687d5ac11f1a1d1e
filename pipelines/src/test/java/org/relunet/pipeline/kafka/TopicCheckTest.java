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
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.cluster.FreePorts;
import org.relunet.pipeline.message.TopicLimits;

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

    Map<String, TopicLimits> limits =
        new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.empty())
            .require(new Topics(List.of(texts), triples, ""));

    assertThat(limits)
        .isEqualTo(
            Map.of(texts, TopicLimits.ofBytes(8_000_000), triples, TopicLimits.ofBytes(8_000_000)));
  }

  @Test
  void limitsOfTopicsAndProducerAreComparedAndADeadLetterMustHaveRoom() {
    String texts = broker.topic("texts", 1);
    String triples = broker.topic("triples", 1, Map.of("max.message.bytes", "500000"));
    String letters =
        broker.topic(
            "letters",
            1,
            Map.of(
                "max.message.bytes", "100000",
                "cleanup.policy", "compact",
                "message.timestamp.after.max.ms", "3600000"));
    Topics topics = new Topics(List.of(texts), triples, letters);

    Map<String, TopicLimits> limits =
        new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.empty())
            .require(topics);

    assertThat(limits.get(letters))
        .isEqualTo(new TopicLimits(100_000, Long.MAX_VALUE, 3_600_000, true));
    assertThat(LimitsComparison.warnings(topics, limits, 1_000_000, 800_000))
        .satisfiesExactly(
            producer -> assertThat(producer).contains("800000 bytes (max.request.size"),
            output -> assertThat(output).contains(triples).contains("500000"),
            input -> assertThat(input).contains(texts).contains("a dead letter may have 100000"),
            compacted -> assertThat(compacted).contains(letters).contains("compacted"));

    String small = broker.topic("letters", 1, Map.of("max.message.bytes", "2000"));
    assertThatThrownBy(
            () ->
                new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.empty())
                    .require(new Topics(List.of(texts), triples, small)))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("topic '" + small + "' takes messages of up to 2000 bytes");
  }

  @Test
  void theProducersOwnLimitIsKnown() {
    assertThat(broker.connection().largestRequest()).isEqualTo(32 << 20);
    assertThat(
            new KafkaConnection("a:1", new HashMap<>(Map.of("producer.max.request.size", "70000")))
                .largestRequest())
        .isEqualTo(70_000);
  }

  @Test
  void aBrokerThatCannotBeReachedIsNamedAfterTheTimeLimit() throws IOException {
    KafkaConnection nowhere =
        new KafkaConnection("127.0.0.1:" + FreePorts.find(1).get(0), new HashMap<>());

    assertThatThrownBy(
            () ->
                new TopicCheck(nowhere, Duration.ofSeconds(1), OptionalInt.empty())
                    .require(new Topics(List.of("a"), "b", "c")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageStartingWith("no broker of Kafka can be reached in 1 s: nothing listens at")
        .hasMessageContaining("stream.kafka.bootstrap-servers: " + nowhere.bootstrapServers());
  }

  @Test
  void aBrokerThatWantsAnotherProtocolIsToldFromOneThatIsNotThere() {
    KafkaConnection encrypted =
        new KafkaConnection(
            broker.connection().bootstrapServers(),
            new HashMap<>(Map.of("security.protocol", "SSL")));

    assertThatThrownBy(
            () ->
                new TopicCheck(encrypted, Duration.ofSeconds(1), OptionalInt.empty())
                    .require(new Topics(List.of("a"), "b", "c")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("does not answer as Kafka with security.protocol=SSL");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    KafkaConnection wrong = new KafkaConnection("nonsense", new HashMap<>());

    assertThatThrownBy(
            () ->
                new TopicCheck(wrong, Duration.ofSeconds(1), OptionalInt.empty())
                    .require(new Topics(List.of("a"), "b", "c")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("nonsense");
  }

  @Test
  void topicsThatAreMissingAreMadeWhereAskedForAndTheOthersLeftAlone() {
    String texts = broker.topic("texts", 3);
    String triples = "triples-" + UUID.randomUUID();
    Topics topics = new Topics(List.of(texts), triples, "");

    new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.of(2)).require(topics);

    assertThat(broker.partitions(texts)).isEqualTo(3);
    assertThat(broker.partitions(triples)).isEqualTo(2);
  }

  @Test
  void propertiesThatAClientRefusesAreToldAtTheStart() {
    KafkaConnection wrong =
        new KafkaConnection(
            broker.address(), new HashMap<>(Map.of("producer.compression.type", "rar")));

    assertThatThrownBy(
            () ->
                new TopicCheck(wrong, Duration.ofSeconds(1), OptionalInt.empty())
                    .require(new Topics(List.of("a"), "b", "c")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("Invalid value rar for configuration compression.type");
  }

  @Test
  void topicsThatMayNotBeUsedAreAllNamed() throws InterruptedException {
    String texts = broker.topic("texts", 1);
    String triples = broker.topic("triples", 1);
    broker.deny(texts, AclOperation.READ);
    broker.deny(triples, AclOperation.WRITE);
    // the broker learns of it from the controller
    Thread.sleep(1_000);

    assertThatThrownBy(
            () ->
                new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.empty())
                    .require(new Topics(List.of(texts), triples, "")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining(
            "topic '" + texts + "' may not be used: the operation READ is not allowed")
        .hasMessageContaining(
            "topic '" + triples + "' may not be used: the operation WRITE is not allowed");
  }

  @Test
  void aGroupAndTransactionalIdsThatMayNotBeUsedAreNamed() throws InterruptedException {
    String group = "group-" + UUID.randomUUID();
    TopicCheck check =
        new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.empty());
    check.requireAccess(group, true);
    broker.deny(ResourceType.GROUP, group, AclOperation.READ);
    broker.deny(ResourceType.TRANSACTIONAL_ID, group + "/relunet-check", AclOperation.WRITE);
    // the broker learns of it from the controller
    Thread.sleep(1_000);

    assertThatThrownBy(() -> check.requireAccess(group, true))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageContaining("group '" + group + "' may not be used")
        .hasMessageContaining("transactional ids that begin with '" + group + "/'")
        .hasMessageContaining("allow WRITE and DESCRIBE");
    assertThatThrownBy(() -> check.requireAccess(group, false))
        .hasMessageContaining("group '" + group + "'")
        .hasMessageNotContaining("transactional");
  }

  @Test
  void topicsThatMatchAPatternAreFound() {
    String texts = broker.topic("pattern-a", 1);
    String letters = broker.topic("pattern-b", 1);
    TopicCheck check =
        new TopicCheck(broker.connection(), Duration.ofSeconds(5), OptionalInt.empty());

    assertThat(
            check.inputs(
                new InputTopics(List.of(), "(" + texts + "|" + letters + ")"), List.of(letters)))
        .containsExactly(texts);
    assertThat(check.inputs(new InputTopics(List.of("a"), ""), List.of())).containsExactly("a");
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
  void aClientTakesSecretsFromTheEnvironmentAndFromAFileWhereItIsMade(@TempDir Path directory)
      throws IOException {
    Path secrets = directory.resolve("secrets.properties");
    Files.writeString(secrets, "truststore=s3cret\n");
    Path file = directory.resolve("client.properties");
    Files.writeString(
        file,
        "client.id=${env:PATH}\nssl.truststore.password=${file:%s:truststore}\n"
            .formatted(secrets));
    Map<String, Object> properties =
        KafkaConnection.of("a:1", "stream.kafka.properties", file).producer(1_000);
    assertThat(properties.toString()).doesNotContain("s3cret");

    properties.put("key.serializer", ByteArraySerializer.class);
    properties.put("value.serializer", ByteArraySerializer.class);
    ProducerConfig made = new ProducerConfig(properties);

    assertThat(made.getString("client.id")).isEqualTo(System.getenv("PATH"));
    assertThat(made.getPassword("ssl.truststore.password").value()).isEqualTo("s3cret");
  }

  @Test
  void aFileOfPropertiesThatIsMissingIsNamedWithItsKey() {
    assertThatThrownBy(
            () -> KafkaConnection.of("a:1", "stream.kafka.properties", Path.of("/no/such.file")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessage("stream.kafka.properties: there is no file '/no/such.file'");
  }
}
