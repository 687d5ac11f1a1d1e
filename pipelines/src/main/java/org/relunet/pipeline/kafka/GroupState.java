package org.relunet.pipeline.kafka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the brokers know of a group. */
public final class GroupState {
  private static final long PATIENCE_SECONDS = 20;

  private final KafkaConnection connection;
  private final String group;

  public GroupState(KafkaConnection connection, String group) {
    this.connection = connection;
    this.group = group;
  }

  /**
   * The lag of each partition of some topics, in their order.
   *
   * @param written topics that are never read
   * @throws KafkaProblem if the brokers do not tell
   */
  public List<PartitionLag> lag(InputTopics topics, List<String> written) {
    try (Admin admin = Admin.create(connection.admin())) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          told(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
      List<TopicPartition> partitions =
          partitions(admin, topics.among(told(admin.listTopics().names()), written));
      Map<TopicPartition, Long> firsts = offsets(admin, partitions, OffsetSpec.earliest());
      Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
      List<PartitionLag> all = new ArrayList<>();
      for (TopicPartition each : partitions) {
        OffsetAndMetadata offset = committed.get(each);
        all.add(
            new PartitionLag(
                each.topic(),
                each.partition(),
                offset == null ? OptionalLong.empty() : OptionalLong.of(offset.offset()),
                firsts.get(each),
                ends.get(each)));
      }
      return all;
    }
  }

  /**
   * The processes that read for the group by themselves, each with its host; those of a cluster are
   * not among them.
   *
   * @throws KafkaProblem if the brokers do not tell
   */
  public List<String> processes() {
    try (Admin admin = Admin.create(connection.admin())) {
      return GroupPresence.members(admin, group);
    }
  }

  private List<TopicPartition> partitions(Admin admin, List<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicDescription topic : told(admin.describeTopics(topics).allTopicNames()).values()) {
      topic
          .partitions()
          .forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition())));
    }
    partitions.sort(
        Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    return partitions;
  }

  private Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(each -> asked.put(each, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> each :
        told(admin.listOffsets(asked).all()).entrySet()) {
      offsets.put(each.getKey(), each.getValue().offset());
    }
    return offsets;
  }

  private <T> T told(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new KafkaProblem(
          "Kafka does not tell of group '%s': %s".formatted(group, e.getCause().getMessage()), e);
    } catch (TimeoutException e) {
      throw new KafkaProblem(
          "Kafka does not answer in %d s (stream.kafka.bootstrap-servers: %s)"
              .formatted(PATIENCE_SECONDS, connection.bootstrapServers()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaProblem("interrupted while asking Kafka", e);
    }
  }
}
