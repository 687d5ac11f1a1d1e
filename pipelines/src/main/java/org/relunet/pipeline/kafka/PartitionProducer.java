package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answers to the messages of one source partition. */
final class PartitionProducer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionProducer.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final TopicPartition source;
  private final ConsumerGroupMetadata group;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Offset of the first message whose answers are not written yet. */
  private long next;

  private final Substitute substitute;
  private final List<Answer> pending = new ArrayList<>();
  private final Set<Integer> substituted = new HashSet<>();
  private final List<Sent> sent = new ArrayList<>();
  private KafkaException unsent;

  private PartitionProducer(
      TopicPartition source,
      String group,
      KafkaProducer<byte[], byte[]> producer,
      long next,
      Substitute substitute) {
    this.source = source;
    this.group = new ConsumerGroupMetadata(group);
    this.producer = producer;
    this.next = next;
    this.substitute = substitute;
  }

  static PartitionProducer of(
      KafkaConnection connection,
      String group,
      TopicPartition source,
      Map<String, Object> given,
      Substitute substitute) {
    Map<String, Object> properties = new HashMap<>(given);
    properties.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        group + "/" + source.topic() + "/" + source.partition());
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      // an earlier writer's open transaction ends here, so that the offset below is final
      producer.initTransactions();
      return new PartitionProducer(
          source, group, producer, committed(connection, group, source), substitute);
    } catch (RuntimeException e) {
      producer.close(CLOSING);
      throw e;
    }
  }

  private static long committed(KafkaConnection connection, String group, TopicPartition source) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection.consumer(group, "none"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      OffsetAndMetadata committed = consumer.committed(Set.of(source)).get(source);
      LOG.info(
          "answers to {} are written up to offset {}",
          source,
          committed == null ? "none" : committed.offset());
      return committed == null ? 0 : committed.offset();
    }
  }

  /**
   * Sends those answers that are not written yet, in a transaction.
   *
   * @return whether there are any
   */
  boolean begin(List<Answer> answers) {
    pending.clear();
    substituted.clear();
    answers.stream().filter(answer -> answer.source().offset() >= next).forEach(pending::add);
    if (pending.isEmpty()) {
      return false;
    }
    producer.beginTransaction();
    for (int i = 0; i < pending.size(); i++) {
      send(i);
    }
    return true;
  }

  private void send(int answer) {
    for (OutputMessage message : pending.get(answer).messages()) {
      try {
        sent.add(new Sent(message, producer.send(ProducerRecords.of(message))));
      } catch (KafkaException e) {
        // the transaction has failed: with a message that was sent before, or for good
        unsent = e;
        return;
      }
    }
  }

  void commit() {
    if (refused().isPresent()) {
      // in a transaction that failed every message has the same error: one by one it is known whose
      do {
        producer.abortTransaction();
        producer.beginTransaction();
      } while (!sentOneByOne());
    }
    long nextAfterCommit = pending.get(pending.size() - 1).source().offset() + 1;
    producer.sendOffsetsToTransaction(
        Map.of(source, new OffsetAndMetadata(nextAfterCommit)), group);
    producer.commitTransaction();
    next = nextAfterCommit;
  }

  /** Whether all are sent; otherwise one that was refused has given way to its substitute. */
  private boolean sentOneByOne() {
    for (int i = 0; i < pending.size(); i++) {
      send(i);
      Optional<Sent> refused = refused();
      if (refused.isPresent()) {
        substitute(i, refused.get());
        return false;
      }
    }
    return true;
  }

  /**
   * Waits until all is sent: a producer that was locked out would wait for its time limit with the
   * next request.
   *
   * @return a message that was refused for what it is, if there is one
   * @throws KafkaProblem if anything else went wrong
   */
  private Optional<Sent> refused() {
    producer.flush();
    Throwable failure = unsent;
    Optional<Sent> refused = Optional.empty();
    for (Sent each : sent) {
      Optional<Throwable> problem = each.problem(source);
      if (refused.isEmpty() && problem.filter(Refusals::ofMessage).isPresent()) {
        refused = Optional.of(each);
      }
      failure = failure == null ? problem.orElse(null) : failure;
    }
    sent.clear();
    unsent = null;
    if (refused.isEmpty() && failure != null) {
      throw unwritable(failure);
    }
    return refused;
  }

  private KafkaProblem unwritable(Throwable failure) {
    return new KafkaProblem(
        "answers to %s, from offset %d on, cannot be written: %s"
            .formatted(source, next, failure.getMessage()),
        reason(failure));
  }

  private void substitute(int answer, Sent refused) {
    Position message = pending.get(answer).source();
    Exception reason = (Exception) refused.problem(source).orElseThrow();
    if (!substituted.add(answer)) {
      throw unwritable(reason);
    }
    LOG.warn("the broker refuses what is written for message {}: {}", message, reason.getMessage());
    OutputMessage instead = substitute.inPlaceOf(message, refused.message(), reason);
    pending.set(answer, new Answer(message, List.of(instead)));
  }

  /** A message on its way. */
  private record Sent(OutputMessage message, Future<RecordMetadata> written) {
    Optional<Throwable> problem(TopicPartition source) {
      try {
        written.get();
        return Optional.empty();
      } catch (ExecutionException e) {
        return Optional.of(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaProblem("interrupted while answers to " + source + " are written", e);
      }
    }
  }

  /**
   * Where another writer has taken over, brokers speak of an epoch that is not valid, as they do of
   * a transaction that took too long. Which of the two it is, the coordinator knows.
   */
  private Throwable reason(Throwable failure) {
    if (failure instanceof InvalidProducerEpochException) {
      try {
        producer.abortTransaction();
      } catch (ProducerFencedException e) {
        return e;
      } catch (KafkaException e) {
        LOG.debug("the transaction for {} could not be aborted", source, e);
      }
    }
    return failure;
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
