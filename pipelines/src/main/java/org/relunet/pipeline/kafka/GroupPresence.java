package org.relunet.pipeline.kafka;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that a process reads for a group, so that a second one can be told. Beam's readers choose
 * their partitions themselves and are members of no group; this is a member of the group {@code
 * GROUP.processes}, which reads nothing and commits nothing, as long as the process lives.
 *
 * <p>Where rights for that group are missing, nothing is shown and nobody is told.
 */
public final class GroupPresence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupPresence.class);
  private static final String SUFFIX = ".processes";
  private static final long PATIENCE_SECONDS = 10;
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  /** After which the brokers forget a process that died; they do not take less by default. */
  private static final Duration SESSION = Duration.ofSeconds(6);

  private static final Duration UNTIL_FORGOTTEN = SESSION.plusSeconds(4);

  private final KafkaConsumer<byte[], byte[]> member;
  private final Thread thread;

  private GroupPresence(
      KafkaConnection connection, String group, List<String> topics, Consumer<String> messages) {
    Map<String, Object> properties = connection.consumer(group + SUFFIX, "latest");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name());
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.toMillis() / 3);
    member =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    thread = new Thread(() -> show(connection, group, topics, messages), "relunet-presence");
    thread.setDaemon(true);
  }

  /**
   * Shows it from now on. Where another process reads for the group, waits until it has ended.
   *
   * @param messages is told what it waits for, and of another one that comes later
   * @throws KafkaProblem if the other process goes on
   */
  public static GroupPresence of(
      KafkaConnection connection, String group, List<String> topics, Consumer<String> messages) {
    try (Admin admin = Admin.create(connection.admin())) {
      requireNoOther(admin, group, messages);
    }
    GroupPresence presence = new GroupPresence(connection, group, topics, messages);
    presence.thread.start();
    return presence;
  }

  private static void requireNoOther(Admin admin, String group, Consumer<String> messages) {
    List<String> others = membersIfTold(admin, group);
    if (others.isEmpty()) {
      return;
    }
    messages.accept(
        "group '%s' is read by another process, or one that died a moment ago: %s; waiting %d s for its end"
            .formatted(group, String.join(", ", others), UNTIL_FORGOTTEN.toSeconds()));
    Instant deadline = Instant.now().plus(UNTIL_FORGOTTEN);
    while (!others.isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        throw new KafkaProblem(
            "group '%s' is read by another process: %s; stop it first, or give this one another stream.kafka.group"
                .formatted(group, String.join(", ", others)));
      }
      pause();
      others = membersIfTold(admin, group);
    }
  }

  private static List<String> membersIfTold(Admin admin, String group) {
    try {
      return members(admin, group);
    } catch (KafkaProblem e) {
      LOG.warn("whether another process reads for the group is not known: {}", e.getMessage());
      return List.of();
    }
  }

  /** The processes that show themselves, each with its host. */
  static List<String> members(Admin admin, String group) {
    String name = group + SUFFIX;
    try {
      List<String> members = new ArrayList<>();
      for (MemberDescription each :
          admin
              .describeConsumerGroups(List.of(name))
              .all()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .get(name)
              .members()) {
        members.add(each.clientId() + " at " + each.host().replaceFirst("^/", ""));
      }
      return members;
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new KafkaProblem("Kafka does not tell of group '" + name + "': " + cause, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaProblem("interrupted while asking Kafka", e);
    }
  }

  private static String name() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "unknown";
    }
    return "relunet-" + host + "-" + ProcessHandle.current().pid();
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_SIGNS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaProblem("interrupted while waiting for another process", e);
    }
  }

  private void show(
      KafkaConnection connection, String group, List<String> topics, Consumer<String> messages) {
    try {
      member.subscribe(topics, new Silent(connection, group, messages));
      while (true) {
        member.poll(BETWEEN_SIGNS);
      }
    } catch (WakeupException e) {
      LOG.debug("the process shows itself no more");
    } catch (KafkaException e) {
      LOG.warn("this process cannot show that it reads for group '{}': {}", group, e.getMessage());
    } finally {
      member.close(CLOSING);
    }
  }

  /** Reads nothing, and looks around whenever a member comes or goes. */
  private final class Silent implements ConsumerRebalanceListener {
    private final KafkaConnection connection;
    private final String group;
    private final Consumer<String> messages;

    Silent(KafkaConnection connection, String group, Consumer<String> messages) {
      this.connection = connection;
      this.group = group;
      this.messages = messages;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      LOG.debug("{} go", partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      member.pause(member.assignment());
      try (Admin admin = Admin.create(connection.admin())) {
        List<String> all = membersIfTold(admin, group);
        if (all.size() > 1) {
          messages.accept(
              "warning: group '%s' is read by %d processes, of which one is enough: %s"
                  .formatted(group, all.size(), String.join(", ", all)));
        }
      }
    }
  }

  @Override
  public void close() {
    member.wakeup();
    try {
      thread.join(CLOSING.plusSeconds(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
