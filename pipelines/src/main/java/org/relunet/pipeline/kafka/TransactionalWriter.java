package org.relunet.pipeline.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes every answer exactly once, as readers of committed messages see it.
 *
 * <p>A transaction holds answers to successive messages of one source partition, together with the
 * offset after the last of them, as the group's committed offset. So the answers to a message are
 * in the output if and only if its offset is below the committed one, and an answer that comes
 * again after a failure is known by its offset and left out. This needs answers of a partition in
 * the order of their offsets, and nothing else that commits offsets for the group.
 *
 * <p>Each source partition has a producer of its own, whose transactional id names the partition:
 * whoever writes for a partition first locks out an earlier writer that does not know yet that it
 * was replaced (KIP-98, fencing). Not thread-safe.
 */
public final class TransactionalWriter implements AutoCloseable {
  private final KafkaConnection connection;
  private final String group;
  private final Map<String, Object> properties;
  private final Substitute substitute;
  private final Map<TopicPartition, PartitionProducer> producers = new HashMap<>();

  /**
   * @param group whose committed offsets tell what was written
   * @param properties of a producer
   * @param substitute for what the brokers refuse
   */
  public TransactionalWriter(
      KafkaConnection connection,
      String group,
      Map<String, Object> properties,
      Substitute substitute) {
    this.connection = connection;
    this.group = group;
    this.properties = properties;
    this.substitute = substitute;
  }

  /**
   * Writes the answers that are not written yet, in a transaction for each source partition.
   *
   * @param answers of each partition in the order of their offsets
   *     <p>Where the brokers refuse a message for what it is, the answer gives way to its
   *     substitute.
   * @throws KafkaRefusal if Kafka does not allow it
   * @throws RuntimeException if it is not known that all are written; this writer is then of no use
   *     any more, and whether they are, a new one finds out
   */
  public void write(List<Answer> answers) {
    try {
      writeByPartition(answers);
    } catch (KafkaException | KafkaProblem e) {
      throw KafkaRefusal.ofRights(e, group).map(RuntimeException.class::cast).orElse(e);
    }
  }

  private void writeByPartition(List<Answer> answers) {
    Map<TopicPartition, List<Answer>> byPartition = new LinkedHashMap<>();
    for (Answer answer : answers) {
      byPartition
          .computeIfAbsent(
              new TopicPartition(answer.source().topic(), answer.source().partition()),
              partition -> new ArrayList<>())
          .add(answer);
    }
    List<PartitionProducer> begun = new ArrayList<>();
    byPartition.forEach(
        (partition, all) -> {
          PartitionProducer producer = producer(partition);
          if (producer.begin(all)) {
            begun.add(producer);
          }
        });
    begun.forEach(PartitionProducer::commit);
  }

  private PartitionProducer producer(TopicPartition partition) {
    return producers.computeIfAbsent(
        partition,
        missing -> PartitionProducer.of(connection, group, missing, properties, substitute));
  }

  @Override
  public void close() {
    producers.values().forEach(PartitionProducer::close);
    producers.clear();
  }
}
