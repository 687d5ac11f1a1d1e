package org.relunet.pipeline.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.relunet.pipeline.kafka.MessagesByPlace;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.ReadLetter;

/**
 * Sends dead letters back, as the messages that they were made of: key, value, headers and
 * timestamp as these came. What was cut is read from where it came from.
 *
 * <p>Messages and the position are written in one transaction, so that each goes back once, however
 * often a replay is tried or breaks off. Letters that come while it runs are left for the next.
 */
public final class Replay {
  private final ReplayRequest request;
  private final Consumer<ReadLetter> taken;
  private long replayed;
  private long excluded;
  private long foreign;
  private long lost;

  private Replay(ReplayRequest request, Consumer<ReadLetter> taken) {
    this.request = request;
    this.taken = taken;
  }

  /**
   * @param taken is told of each letter that goes back, or would
   * @throws org.apache.kafka.common.KafkaException if Kafka can't be used so
   * @throws IllegalStateException if letters can't be sent, or too many are left out between others
   */
  public static ReplaySummary run(ReplayRequest request, Consumer<ReadLetter> taken) {
    return new Replay(request, taken).run();
  }

  private ReplaySummary run() {
    try (ReplayWriter writer = ReplayWriter.of(request);
        MessagesByPlace letters = new MessagesByPlace(request.connection(), request.replayGroup());
        MessagesByPlace originals =
            new MessagesByPlace(request.connection(), request.replayGroup())) {
      KafkaConsumer<byte[], byte[]> client = letters.client();
      List<TopicPartition> partitions =
          client.partitionsFor(request.deadLetters()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      // after the writer has ended what another replay had open
      Map<TopicPartition, OffsetAndMetadata> committed = client.committed(Set.copyOf(partitions));
      Map<TopicPartition, Long> begins = client.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends =
          new TreeMap<>(Comparator.comparing(TopicPartition::partition));
      ends.putAll(client.endOffsets(partitions));
      ends.forEach(
          (partition, end) -> {
            ReplayPosition position =
                request.again()
                    ? ReplayPosition.begin()
                    : ReplayPosition.of(committed.get(partition));
            position.skipTo(begins.get(partition));
            replay(partition, position, end, letters, originals, writer);
          });
    }
    return new ReplaySummary(replayed, excluded, foreign, lost);
  }

  private void replay(
      TopicPartition partition,
      ReplayPosition position,
      long end,
      MessagesByPlace letters,
      MessagesByPlace originals,
      ReplayWriter writer) {
    long at = position.next();
    while (at < end) {
      List<InputMessage> read = letters.read(partition, at, end);
      long after = read.isEmpty() ? end : read.get(read.size() - 1).position().offset() + 1;
      List<ReadLetter> back = new ArrayList<>();
      Set<Long> left = new HashSet<>();
      for (InputMessage message : read) {
        long offset = message.position().offset();
        if (!position.replayed(offset) && !handled(message, originals, back)) {
          left.add(offset);
        }
      }
      if (!request.dryRun()) {
        // marks of transactions and letters of others never come back: they are behind us too
        boolean moved = position.addAllBut(left, at, after);
        if (moved) {
          writer.write(back, partition, position.committed());
        }
      }
      back.forEach(taken);
      replayed += back.size();
      at = after;
    }
  }

  /** Whether it is done with once what is in {@code back} is written. */
  private boolean handled(InputMessage message, MessagesByPlace originals, List<ReadLetter> back) {
    Optional<ReadLetter> read = ReadLetter.of(message);
    if (read.filter(letter -> letter.group().equals(request.group())).isEmpty()) {
      foreign++;
      return true;
    }
    Optional<ReadLetter> letter = whole(read.get(), originals);
    letter.ifPresent(back::add);
    return letter.isPresent();
  }

  /** The letter with all that its message had, if it is one of those that go back. */
  private Optional<ReadLetter> whole(ReadLetter letter, MessagesByPlace originals) {
    if (request.target().isEmpty() && !request.inputs().contains(letter.source().topic())) {
      foreign++;
      return Optional.empty();
    }
    if (!request.filter().takes(letter)) {
      excluded++;
      return Optional.empty();
    }
    if (letter.whole()) {
      return Optional.of(letter);
    }
    Optional<ReadLetter> mended = originals.at(letter.source()).map(letter::with);
    if (mended.isEmpty()) {
      lost++;
    }
    return mended;
  }
}
