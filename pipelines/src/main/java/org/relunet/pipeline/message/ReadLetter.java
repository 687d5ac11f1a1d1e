package org.relunet.pipeline.message;

import java.util.List;
import java.util.Optional;

/**
 * A dead letter as it was read.
 *
 * @param source where the message stood
 * @param group of the job that failed on it
 * @param stage how far it came, as the letter says
 * @param reason for people
 * @param failedAtMillis when the letter was made; the message's timestamp where it does not say
 * @param timestampMillis the message's own
 * @param key of the message
 * @param value of the message
 * @param headers of the message, in order
 * @param whole whether nothing of the message was left out
 */
public record ReadLetter(
    Position source,
    String group,
    String stage,
    String reason,
    long failedAtMillis,
    long timestampMillis,
    byte[] key,
    byte[] value,
    List<MessageHeader> headers,
    boolean whole) {
  public ReadLetter {
    headers = List.copyOf(headers);
  }

  /**
   * @return the letter; empty if the message is none that {@link DeadLetters} makes
   */
  public static Optional<ReadLetter> of(InputMessage message) {
    List<MessageHeader> all = message.headers();
    int first = all.size() - 1;
    while (first >= 0 && !all.get(first).name().equals(LetterHeaders.TOPIC)) {
      first--;
    }
    if (first < 0) {
      return Optional.empty();
    }
    List<MessageHeader> told = all.subList(first, all.size());
    Optional<Position> source = source(told);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    boolean keyAdded = LetterHeaders.text(told, LetterHeaders.ADDED_KEY).isPresent();
    return Optional.of(
        new ReadLetter(
            source.get(),
            LetterHeaders.text(told, LetterHeaders.CONNECTOR).orElse(""),
            LetterHeaders.text(told, LetterHeaders.STAGE).orElse(""),
            LetterHeaders.text(told, LetterHeaders.MESSAGE).orElse(""),
            number(told, LetterHeaders.FAILED_AT).orElse(message.timestampMillis()),
            number(told, TopicLimits.ORIGINAL_TIMESTAMP).orElse(message.timestampMillis()),
            keyAdded ? null : message.key(),
            message.value(),
            all.subList(0, first),
            told.stream().noneMatch(header -> header.name().startsWith(LetterHeaders.OMITTED))));
  }

  /** The letter with what the message that it was made of has. */
  public ReadLetter with(InputMessage message) {
    return new ReadLetter(
        source,
        group,
        stage,
        reason,
        failedAtMillis,
        message.timestampMillis(),
        message.key(),
        message.value(),
        message.headers(),
        true);
  }

  private static Optional<Position> source(List<MessageHeader> told) {
    Optional<String> topic = LetterHeaders.text(told, LetterHeaders.TOPIC);
    Optional<Long> partition = number(told, LetterHeaders.PARTITION);
    Optional<Long> offset = number(told, LetterHeaders.OFFSET);
    if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Position(topic.get(), partition.get().intValue(), offset.get()));
  }

  private static Optional<Long> number(List<MessageHeader> told, String name) {
    return LetterHeaders.text(told, name)
        .filter(text -> text.matches("-?\\d{1,18}"))
        .map(Long::parseLong);
  }
}
