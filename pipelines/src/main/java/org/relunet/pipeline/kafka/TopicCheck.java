package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, before a job is started, whether Kafka has what it needs. */
public final class TopicCheck {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);
  private static final int ATTEMPT_MILLIS = 5_000;
  private static final int PAUSE_MILLIS = 1_000;
  private static final int ATTEMPTS = 3;

  private final KafkaConnection connection;
  private final Duration limit;

  /**
   * @param limit how long to try to reach a broker
   */
  public TopicCheck(KafkaConnection connection, Duration limit) {
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * @return the most bytes that a message of each written topic may have, as far as the brokers
   *     tell it
   * @throws KafkaProblem if no broker can be reached in time, or a topic is missing or may not be
   *     used; names all of them
   */
  public Map<String, Long> require(Topics topics) {
    try (Admin admin = admin()) {
      waitForBroker(admin);
      requireTopics(admin, topics);
      return maximumBytes(admin, topics.written());
    }
  }

  private Admin admin() {
    try {
      return Admin.create(connection.admin());
    } catch (org.apache.kafka.common.KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new KafkaProblem(
          "the client of Kafka cannot be made: " + cause.getMessage() + where(), e);
    }
  }

  private void waitForBroker(Admin admin) {
    Instant deadline = Instant.now().plus(limit);
    while (true) {
      try {
        DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs(ATTEMPT_MILLIS);
        admin.describeCluster(options).nodes().get();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof AuthenticationException) {
          throw new KafkaProblem(
              "Kafka does not accept who we are: " + e.getCause().getMessage() + where(), e);
        }
        if (Instant.now().isAfter(deadline)) {
          throw new KafkaProblem(
              "no broker of Kafka can be reached in %d s (%s)%s"
                  .formatted(limit.toSeconds(), e.getCause().getMessage(), where()),
              e);
        }
        LOG.warn(
            "no broker of Kafka answers at {}: trying again until {}",
            connection.bootstrapServers(),
            deadline);
        pause();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private void requireTopics(Admin admin, Topics topics) {
    List<String> names =
        Stream.concat(topics.inputs().stream(), topics.written().stream()).toList();
    List<String> problems = problems(admin, names);
    // a topic that was made a moment ago is not known to every broker yet
    for (int attempt = 1; attempt < ATTEMPTS && !problems.isEmpty(); attempt++) {
      pause();
      problems = problems(admin, names);
    }
    if (!problems.isEmpty()) {
      throw new KafkaProblem(String.join("; ", problems) + where());
    }
  }

  private static List<String> problems(Admin admin, List<String> names) {
    Map<String, KafkaFuture<TopicDescription>> asked =
        admin.describeTopics(names).topicNameValues();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      try {
        asked.get(name).get();
      } catch (ExecutionException e) {
        problems.add(problem(name, e.getCause()));
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return problems;
  }

  private static String problem(String topic, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return "there is no topic '" + topic + "': create it first";
    }
    if (cause instanceof AuthorizationException) {
      return "topic '" + topic + "' may not be used: " + cause.getMessage();
    }
    return "topic '" + topic + "' cannot be used: " + cause;
  }

  private static Map<String, Long> maximumBytes(Admin admin, List<String> topics) {
    Map<String, Long> limits = new HashMap<>();
    for (String topic : topics) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      try {
        Config config =
            admin.describeConfigs(List.of(resource)).all().get(30, TimeUnit.SECONDS).get(resource);
        ConfigEntry entry = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (entry != null) {
          limits.put(topic, Long.parseLong(entry.value()));
        }
      } catch (ExecutionException | TimeoutException e) {
        LOG.info("the largest message of topic '{}' is not known: {}", topic, e.getMessage());
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return limits;
  }

  private String where() {
    return " (stream.kafka.bootstrap-servers: " + connection.bootstrapServers() + ")";
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static KafkaProblem interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new KafkaProblem("interrupted while asking Kafka", e);
  }
}
