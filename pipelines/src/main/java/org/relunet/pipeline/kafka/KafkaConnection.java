package org.relunet.pipeline.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * How clients reach the brokers. Values like {@code ${env:NAME}} and {@code ${file:path:key}} are
 * replaced by Kafka's client where it is made, so that secrets are in no job's description.
 *
 * @param bootstrapServers host:port, several separated by commas
 * @param properties of all clients; those that begin with {@code consumer.}, {@code producer.} or
 *     {@code admin.} hold for one kind alone
 */
public record KafkaConnection(String bootstrapServers, HashMap<String, String> properties)
    implements Serializable {
  /** The client's own default. */
  private static final int BATCH_BYTES = 16_384;

  /** The client's own default. */
  private static final long DEFAULT_BUFFER_BYTES = 32L << 20;

  private static final String PROVIDERS = AbstractConfig.CONFIG_PROVIDERS_CONFIG;

  /**
   * @param key of the configuration that names the file, for messages
   * @param file of Java properties; an empty path for none
   * @throws KafkaProblem if it can't be read, refers to a secret that is missing, or has a name
   *     that is probably misspelt
   */
  public static KafkaConnection of(String bootstrapServers, String key, Path file) {
    HashMap<String, String> all = new HashMap<>();
    if (!file.toString().isEmpty()) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        read.load(reader);
      } catch (NoSuchFileException e) {
        throw new KafkaProblem(key + ": there is no file '" + file + "'", e);
      } catch (IOException | IllegalArgumentException e) {
        throw new KafkaProblem(key + ": '" + file + "' cannot be read: " + e.getMessage(), e);
      }
      read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
      new ClientProperties(System.getenv()).require(key + ": '" + file + "'", all);
    }
    return new KafkaConnection(bootstrapServers, all);
  }

  /**
   * Properties of a consumer, all but its deserializers. It commits nothing itself, and reads no
   * more than what was committed.
   *
   * @param group its group
   * @param start where it begins where the group has no offset: {@code earliest} or {@code latest}
   */
  public Map<String, Object> consumer(String group, String start) {
    Map<String, Object> all = new HashMap<>();
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, start);
    // a message that is larger than this is still delivered
    all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    return with(
        all,
        "consumer.",
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            // what is done decides what is committed, not what was fetched
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false));
  }

  /**
   * Properties of a producer, all but its serializers, that acknowledges when all replicas have a
   * message.
   *
   * @param maximumBytes of a message
   */
  public Map<String, Object> producer(long maximumBytes) {
    return producer(maximumBytes, maximumBytes);
  }

  /**
   * As {@link #producer(long)}, for topics that take different sizes.
   *
   * @param leastBytes what each of the topics takes
   */
  public Map<String, Object> producer(long maximumBytes, long leastBytes) {
    Map<String, Object> all = new HashMap<>();
    // a batch that the topic does not take is cut into such, again and again if they are no smaller
    all.put(ProducerConfig.BATCH_SIZE_CONFIG, (int) Math.min(BATCH_BYTES, leastBytes / 2));
    all.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, DocumentPartitioner.class.getName());
    all.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    // the broker has the last word; this one only stops what is known to be too large
    all.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        (int) Math.min(Integer.MAX_VALUE, Math.max(1 << 20, 2 * maximumBytes)));
    return with(
        all,
        "producer.",
        Map.of(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.ACKS_CONFIG, "all"));
  }

  /** Most bytes of a message that the producer's properties allow. */
  public long largestRequest() {
    Map<String, Object> given = producer(Integer.MAX_VALUE / 2);
    given.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, DEFAULT_BUFFER_BYTES);
    return Math.min(
        bytes(given, ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        bytes(given, ProducerConfig.BUFFER_MEMORY_CONFIG));
  }

  /** Where a client would not take the value it says so itself, when it is made. */
  private static long bytes(Map<String, Object> properties, String name) {
    String value = String.valueOf(properties.get(name)).strip();
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : Long.MAX_VALUE;
  }

  /** Properties of an administrative client. */
  Map<String, Object> admin() {
    return with(new HashMap<>(), "admin.", Map.of());
  }

  /** The user's over the defaults, and over both what a job relies on. */
  private Map<String, Object> with(
      Map<String, Object> defaults, String prefix, Map<String, Object> fixed) {
    Map<String, Object> all = new HashMap<>(defaults);
    all.put(PROVIDERS, "env,file");
    all.put(PROVIDERS + ".env.class", EnvVarConfigProvider.class.getName());
    all.put(PROVIDERS + ".file.class", FileConfigProvider.class.getName());
    properties.forEach(
        (name, value) -> {
          if (!name.matches("(consumer|producer|admin)\\..*")) {
            all.put(name, value);
          }
        });
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            all.put(name.substring(prefix.length()), value);
          }
        });
    all.putAll(fixed);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return all;
  }

  /** Without the values, some of which may be secrets. */
  @Override
  public String toString() {
    return "KafkaConnection[" + bootstrapServers + ", " + properties.keySet() + "]";
  }
}
