package org.relunet.pipeline.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.relunet.common.messages.Count;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.kafka.MessagesByPlace;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.retraining.correction.Correction;
import org.relunet.retraining.correction.CorrectionReader;
import org.relunet.retraining.run.CorrectionSource;

/**
 * Reads a topic of corrections from given offsets to its end as it is now, committed messages
 * alone. No offset is committed: who keeps the result keeps them. Messages are taken in the order
 * of their timestamps, so that of corrections of one text in several partitions the later one is
 * the later.
 *
 * @param connection to the brokers
 * @param topic of the corrections
 * @param deadLetterTopic of what can't be read; empty: none
 */
public record CorrectionTopic(
    KafkaConnection connection, String topic, Optional<String> deadLetterTopic)
    implements CorrectionSource {
  private static final String CLIENT = "relunet-retrain";
  private static final int SHOWN = 5;

  /** A message that was read, or why it could not be. */
  private record Read(InputMessage message, Optional<Correction> correction, String problem) {}

  @Override
  public Collected collect(Map<String, Map<Integer, Long>> from) {
    Map<Integer, Long> offsets = from.getOrDefault(topic, Map.of());
    Map<Integer, Long> next = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    List<InputMessage> messages = new ArrayList<>();
    try (MessagesByPlace reader = new MessagesByPlace(connection, CLIENT)) {
      KafkaConsumer<byte[], byte[]> client = reader.client();
      List<TopicPartition> partitions =
          client.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new IllegalStateException("retrain.topic: there is no topic '" + topic + "'");
      }
      Map<TopicPartition, Long> begins = client.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = client.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        long end = ends.get(partition);
        long asked = offsets.getOrDefault(partition.partition(), 0L);
        long begin = begin(partition, asked, begins.get(partition), end, notes);
        for (long at = begin; at < end; ) {
          List<InputMessage> read = reader.read(partition, at, end);
          messages.addAll(read);
          at = read.isEmpty() ? end : read.get(read.size() - 1).position().offset() + 1;
        }
        next.put(partition.partition(), end);
      }
    }
    List<Read> all =
        messages.stream()
            .sorted((one, other) -> Long.compare(one.timestampMillis(), other.timestampMillis()))
            .map(CorrectionTopic::read)
            .toList();
    refuse(all.stream().filter(each -> each.correction().isEmpty()).toList(), notes);
    Map<String, Map<Integer, Long>> nextOfAll = new TreeMap<>(from);
    nextOfAll.put(topic, next);
    return new Collected(
        all.stream().flatMap(each -> each.correction().stream()).toList(), nextOfAll, notes);
  }

  /** Where reading begins: behind what was read, where the topic still has it. */
  private static long begin(
      TopicPartition partition, long asked, long first, long end, List<String> notes) {
    if (asked > end) {
      notes.add(
          "%s ends at offset %d, before %d, where the last run stopped: it was made anew, and is"
                  .formatted(partition, end, asked)
              + " read from its beginning");
      return first;
    }
    if (asked > 0 && asked < first) {
      notes.add(
          "%s of %s no longer there: the topic keeps none before offset %d, and the last run stopped at %d"
              .formatted(Count.of(first - asked, "message"), partition, first, asked));
    }
    return Math.max(asked, first);
  }

  private static Read read(InputMessage message) {
    if (message.value() == null) {
      return new Read(message, Optional.empty(), "it has no value");
    }
    try {
      return new Read(
          message,
          Optional.of(CorrectionReader.read(message.value(), message.position().toString())),
          "");
    } catch (IllegalArgumentException e) {
      return new Read(message, Optional.empty(), e.getMessage());
    }
  }

  private void refuse(List<Read> refused, List<String> notes) {
    if (refused.isEmpty()) {
      return;
    }
    notes.add(
        "%s can't be read%s"
            .formatted(
                Count.of(refused.size(), "message"),
                deadLetterTopic.map(name -> ", and went to " + name).orElse("")));
    refused.stream()
        .limit(SHOWN)
        .forEach(each -> notes.add(each.message().position() + ": " + each.problem()));
    deadLetterTopic.ifPresent(
        name -> {
          try (CorrectionWriter writer = new CorrectionWriter(connection)) {
            writer.writeLetters(
                name,
                CLIENT,
                refused.stream()
                    .map(each -> new CorrectionWriter.Refused(each.message(), each.problem()))
                    .toList());
          }
        });
  }
}
