package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.message.DeadLetters;
import org.relunet.pipeline.message.TopicLimits;
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
  private final OptionalInt partitions;

  /**
   * @param limit how long to try to reach a broker
   * @param partitions of topics that are missing and are to be made; empty where none are
   */
  public TopicCheck(KafkaConnection connection, Duration limit, OptionalInt partitions) {
    this.connection = connection;
    this.limit = limit;
    this.partitions = partitions;
  }

  /**
   * @return what each topic takes, as far as the brokers tell it
   * @throws KafkaProblem if no broker can be reached in time, or a topic is missing or may not be
   *     used; names all of them
   */
  public Map<String, TopicLimits> require(Topics topics) {
    try (Admin admin = admin()) {
      requireClients();
      waitForBroker(admin);
      if (partitions.isPresent()) {
        create(admin, topics, partitions.getAsInt());
      }
      requireTopics(admin, topics);
      return requireRoom(TopicLimitsReader.read(admin, topics.all()), topics.deadLetters());
    }
  }

  /**
   * The topics to read: those that are named, and those that match a pattern now.
   *
   * @param written never read, even if they match
   * @throws KafkaProblem if no broker can be reached in time, or nothing matches
   */
  public List<String> inputs(InputTopics inputs, List<String> written) {
    if (inputs.pattern().isEmpty()) {
      return inputs.names();
    }
    try (Admin admin = admin()) {
      waitForBroker(admin);
      return inputs.among(admin.listTopics().names().get(), written);
    } catch (ExecutionException e) {
      throw new KafkaProblem("topics cannot be listed: " + e.getCause().getMessage() + where(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * @param transactions whether the job writes in transactions
   * @throws KafkaProblem naming the group and the transactional ids that may not be used
   */
  public void requireAccess(String group, boolean transactions) {
    try (Admin admin = admin()) {
      List<String> problems = AccessCheck.problems(connection, admin, group, transactions);
      if (!problems.isEmpty()) {
        throw new KafkaProblem(String.join("; ", problems) + where());
      }
    }
  }

  private Map<String, TopicLimits> requireRoom(
      Map<String, TopicLimits> limits, String deadLetters) {
    TopicLimits letters = limits.get(deadLetters);
    if (letters != null && letters.bytes() < DeadLetters.LEAST_BYTES) {
      throw new KafkaProblem(
          "topic '%s' takes messages of up to %d bytes (max.message.bytes); a dead letter needs room for %d%s"
              .formatted(deadLetters, letters.bytes(), DeadLetters.LEAST_BYTES, where()));
    }
    return limits;
  }

  private Admin admin() {
    try {
      return Admin.create(connection.admin());
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  private KafkaProblem refused(KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new KafkaProblem(
        "the client of Kafka cannot be made: " + cause.getMessage() + where(), e);
  }

  /** Properties that a client refuses are told here, instead of again and again by the workers. */
  private void requireClients() {
    ByteArraySerializer out = new ByteArraySerializer();
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    try {
      new KafkaProducer<>(connection.producer(1), out, out).close();
      new KafkaConsumer<>(connection.consumer("relunet-check", "none"), in, in).close();
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  private void create(Admin admin, Topics topics, int number) {
    for (String name : topics.all()) {
      NewTopic topic = new NewTopic(name, Optional.of(number), Optional.empty());
      try {
        admin.createTopics(List.of(topic)).all().get();
        LOG.info("topic '{}' is made, with {} partitions", name, number);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new KafkaProblem(
              "topic '" + name + "' cannot be made: " + e.getCause().getMessage() + where(), e);
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private void waitForBroker(Admin admin) {
    Instant deadline = Instant.now().plus(limit);
    boolean told = false;
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
              "no broker of Kafka can be reached in %d s: %s%s"
                  .formatted(limit.toSeconds(), BrokerDiagnosis.of(connection), where()),
              e);
        }
        if (!told) {
          LOG.warn(
              "no broker of Kafka answers, trying again until {}: {}",
              deadline,
              BrokerDiagnosis.of(connection));
          told = true;
        }
        pause();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private void requireTopics(Admin admin, Topics topics) {
    List<String> problems = problems(admin, topics);
    // a topic that was made a moment ago is not known to every broker yet
    for (int attempt = 1; attempt < ATTEMPTS && !problems.isEmpty(); attempt++) {
      pause();
      problems = problems(admin, topics);
    }
    if (!problems.isEmpty()) {
      throw new KafkaProblem(String.join("; ", problems) + where());
    }
  }

  private static List<String> problems(Admin admin, Topics topics) {
    List<String> names = topics.all();
    DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
    Map<String, KafkaFuture<TopicDescription>> asked =
        admin.describeTopics(names, options).topicNameValues();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      try {
        AclOperation needed =
            topics.inputs().contains(name) ? AclOperation.READ : AclOperation.WRITE;
        Set<AclOperation> allowed = asked.get(name).get().authorizedOperations();
        if (allowed != null && !allowed.contains(needed)) {
          problems.add(
              "topic '%s' may not be used: the operation %s is not allowed"
                  .formatted(name, needed));
        }
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
