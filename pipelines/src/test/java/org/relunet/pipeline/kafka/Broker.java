package org.relunet.pipeline.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.relunet.pipeline.cluster.FreePorts;

/** A broker of Kafka inside this process, one for all tests, each of which has its own topics. */
public final class Broker implements ExtensionContext.Store.CloseableResource {
  private final KafkaRaftServer server;
  private final int port;

  private Broker() throws Exception {
    Path directory = Files.createTempDirectory("relunet-broker");
    List<Integer> ports = FreePorts.find(2);
    port = ports.get(0);
    Formatter formatter =
        new Formatter()
            .setClusterId(Uuid.randomUuid().toString())
            .setNodeId(1)
            .setControllerListenerName("CONTROLLER")
            .setMetadataLogDirectory(directory.toString())
            .addDirectory(directory.toString());
    formatter.run();
    server = new KafkaRaftServer(new KafkaConfig(properties(directory, ports)), Time.SYSTEM);
    server.startup();
  }

  private static Properties properties(Path directory, List<Integer> ports) {
    String broker = "PLAINTEXT://127.0.0.1:" + ports.get(0);
    Properties all = new Properties();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get(1));
    all.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + ports.get(1));
    all.put("advertised.listeners", broker);
    all.put("controller.listener.names", "CONTROLLER");
    all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("log.dirs", directory.toString());
    all.put("auto.create.topics.enable", "false");
    all.put("offsets.topic.replication.factor", "1");
    all.put("offsets.topic.num.partitions", "2");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("transaction.state.log.num.partitions", "2");
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("message.max.bytes", "8000000");
    // messages of tests have timestamps of long ago
    all.put("log.retention.ms", "-1");
    return all;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** host:port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  KafkaConnection connection() {
    return new KafkaConnection(address(), new HashMap<>());
  }

  /** Makes a topic whose name is new. */
  public String topic(String prefix, int partitions) {
    String name = prefix + "-" + UUID.randomUUID();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** A producer of bytes. */
  public KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        connection().producer(4_000_000), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Writes messages and waits until they are there. */
  public void send(List<ProducerRecord<byte[], byte[]>> messages) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      messages.forEach(producer::send);
      producer.flush();
    }
  }

  /** How many committed messages a topic has had, marks of transactions included. */
  public long messages(String topic) {
    Map<String, Object> properties = connection().consumer("reader-" + topic, "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(topic, found.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The committed messages that a topic holds now, each partition's in order. */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Map<String, Object> properties = connection().consumer("reader-" + topic, "earliest");
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(topic, found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /** Gives tests the broker. */
  public static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Broker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Broker.class, missing -> start(), Broker.class);
    }

    private static Broker start() {
      try {
        return new Broker();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
