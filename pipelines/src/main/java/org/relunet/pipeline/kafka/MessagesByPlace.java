package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.MessageHeader;
import org.relunet.pipeline.message.Position;

/** Reads messages by their place. Not thread-safe. */
public final class MessagesByPlace implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param group that the client says it belongs to; nothing is committed
   */
  public MessagesByPlace(KafkaConnection connection, String group) {
    consumer =
        new KafkaConsumer<>(
            connection.consumer(group, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** The client, for whatever is no reading. */
  public KafkaConsumer<byte[], byte[]> client() {
    return consumer;
  }

  /**
   * The next messages of a partition, in order; none if there are none before the end.
   *
   * @param from offset of the first
   * @param end offset after the last that is wanted
   * @throws IllegalStateException if the brokers do not give them in time
   */
  public List<InputMessage> read(TopicPartition partition, long from, long end) {
    if (!consumer.assignment().equals(Set.of(partition))) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
    } else if (consumer.position(partition) != from) {
      consumer.seek(partition, from);
    }
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (consumer.position(partition) < end) {
      List<InputMessage> found = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL).records(partition)) {
        if (each.offset() < end) {
          found.add(message(each));
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the brokers gave nothing of %s from offset %d on in %d s"
                .formatted(partition, from, LONGEST.toSeconds()));
      }
    }
    return List.of();
  }

  /** The message that stands there, if it still does. */
  public Optional<InputMessage> at(Position place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    boolean exists =
        consumer.partitionsFor(place.topic()).stream()
            .anyMatch(each -> each.partition() == place.partition());
    if (!exists) {
      return Optional.empty();
    }
    long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    if (place.offset() < begin || place.offset() >= end) {
      return Optional.empty();
    }
    return read(partition, place.offset(), place.offset() + 1).stream()
        .filter(found -> found.position().offset() == place.offset())
        .findFirst();
  }

  private static InputMessage message(ConsumerRecord<byte[], byte[]> read) {
    List<MessageHeader> headers = new ArrayList<>();
    read.headers().forEach(header -> headers.add(new MessageHeader(header.key(), header.value())));
    return new InputMessage(
        new Position(read.topic(), read.partition(), read.offset()),
        read.timestamp(),
        read.key(),
        read.value(),
        headers);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
