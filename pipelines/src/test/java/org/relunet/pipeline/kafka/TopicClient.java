package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What tests do with the topics of a broker. */
public class TopicClient {
  private final String address;

  /**
   * @param address host:port of a broker
   */
  public TopicClient(String address) {
    this.address = address;
  }

  /** host:port. */
  public final String address() {
    return address;
  }

  KafkaConnection connection() {
    return new KafkaConnection(address, new HashMap<>());
  }

  /** Makes a topic whose name is new. */
  public String topic(String prefix, int partitions) {
    return topic(prefix, partitions, Map.of());
  }

  /** Makes a topic whose name is new, with a configuration of its own. */
  public String topic(String prefix, int partitions, Map<String, String> configuration) {
    String name = prefix + "-" + UUID.randomUUID();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(configuration);
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** How many partitions a topic has. */
  int partitions(String topic) {
    Map<String, Object> properties = connection().consumer("reader-" + topic, "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.partitionsFor(topic).size();
    }
  }

  /** Reads what comes to a topic from now on. */
  public Follower follow(String topic) {
    return new Follower(topic);
  }

  /** Reads what comes to a topic. */
  public final class Follower implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;

    private Follower(String topic) {
      consumer =
          new KafkaConsumer<>(
              connection().consumer("reader-" + topic, "latest"),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(topic, found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
    }

    /** How long the messages of a time took from their timestamp to their arrival here, in ms. */
    public List<Long> latencies(Duration time) {
      List<Long> latencies = new ArrayList<>();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(20))) {
          latencies.add(System.currentTimeMillis() - message.timestamp());
        }
      }
      return latencies;
    }

    @Override
    public void close() {
      consumer.close();
    }
  }

  /** Takes the right to do something with a topic from everybody. */
  void deny(String topic, AclOperation operation) {
    deny(ResourceType.TOPIC, topic, operation);
  }

  /** Takes the right to do something with something from everybody. */
  public void deny(ResourceType type, String name, AclOperation operation) {
    AclBinding binding =
        new AclBinding(
            new ResourcePattern(type, name, PatternType.LITERAL),
            new AccessControlEntry("User:*", "*", operation, AclPermissionType.DENY));
    AclBinding rest =
        new AclBinding(
            new ResourcePattern(type, name, PatternType.LITERAL),
            new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createAcls(List.of(binding, rest)).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the configuration of a topic. */
  public void configure(String topic, String key, String value) {
    AlterConfigOp change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the first messages of a partition away. */
  public void deleteRecords(String topic, int partition, long before) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before)))
          .all()
          .get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forbids everybody the transactional ids that begin so. */
  public void denyTransactions(String prefix) {
    AclBinding denied =
        new AclBinding(
            new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED),
            new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createAcls(List.of(denied)).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives a topic more partitions. */
  public void widen(String topic, int partitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

  /** Writes messages, each in a transaction of its own. */
  public void sendInTransactions(List<ProducerRecord<byte[], byte[]>> messages) {
    Map<String, Object> properties = connection().producer(4_000_000);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test-" + UUID.randomUUID());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (ProducerRecord<byte[], byte[]> message : messages) {
        producer.beginTransaction();
        producer.send(message);
        producer.commitTransaction();
      }
    }
  }

  /** What a group has committed, once no transaction is open that says otherwise. */
  public OffsetAndMetadata offset(String group, String topic, int partition) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection().consumer(group, "none"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition place = new TopicPartition(topic, partition);
      return consumer.committed(java.util.Set.of(place)).get(place);
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
}
