package org.relunet.pipeline.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.relunet.pipeline.message.TopicLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the brokers what topics take. */
public final class TopicLimitsReader {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLimitsReader.class);

  /** Before Kafka 3.6, one limit for both directions. */
  private static final String EITHER_WAY = "message.timestamp.difference.max.ms";

  private TopicLimitsReader() {}

  /** What one topic takes; the client's own limit where the brokers do not say. */
  public static TopicLimits read(KafkaConnection connection, String topic) {
    try (Admin admin = Admin.create(connection.admin())) {
      return read(admin, List.of(topic))
          .getOrDefault(topic, TopicLimits.ofBytes(connection.largestRequest()));
    }
  }

  /** The limits by topic; those that may not be described are absent. */
  static Map<String, TopicLimits> read(Admin admin, List<String> topics) {
    Map<String, TopicLimits> limits = new HashMap<>();
    for (String topic : topics) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      try {
        Config config =
            admin.describeConfigs(List.of(resource)).all().get(30, TimeUnit.SECONDS).get(resource);
        limits.put(topic, limits(config));
      } catch (ExecutionException | TimeoutException e) {
        LOG.info("what topic '{}' takes is not known: {}", topic, e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaProblem("interrupted while asking Kafka", e);
      }
    }
    return limits;
  }

  private static TopicLimits limits(Config config) {
    boolean brokersTime =
        text(config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).equals("LogAppendTime");
    return new TopicLimits(
        least(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.SEGMENT_BYTES_CONFIG),
        brokersTime
            ? Long.MAX_VALUE
            : least(config, TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, EITHER_WAY),
        brokersTime
            ? Long.MAX_VALUE
            : least(config, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, EITHER_WAY),
        text(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains("compact"));
  }

  private static long least(Config config, String... names) {
    return Stream.of(names)
        .map(name -> text(config, name))
        .filter(value -> !value.isEmpty())
        .flatMapToLong(value -> LongStream.of(Long.parseLong(value)))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static String text(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }
}
