package org.relunet.pipeline.message;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes dead letters: the message as it came, key, value, headers and timestamp, with headers in
 * Kafka Connect's vocabulary ({@code __connect.errors.*}, KIP-298) that say where it stood and what
 * was wrong. A letter always fits its topic: what is left out is said in headers of its own, and
 * stands where the letter says that the message came from.
 */
public final class DeadLetters {
  /** A topic that takes less has no room for what a letter must say. */
  public static final long LEAST_BYTES = 4_096;

  private static final int LONGEST_TEXT = 4_000;

  private final String topic;
  private final String jobName;
  private final TopicLimits limits;
  private final Clock clock;

  /**
   * @param topic of the dead letters
   * @param jobName stands where Kafka Connect has the connector's name
   * @param limits of the topic, of at least {@link #LEAST_BYTES}
   */
  public DeadLetters(String topic, String jobName, TopicLimits limits) {
    this(topic, jobName, limits, Clock.systemUTC());
  }

  DeadLetters(String topic, String jobName, TopicLimits limits, Clock clock) {
    this.topic = topic;
    this.jobName = jobName;
    this.limits = limits;
    this.clock = clock;
  }

  public OutputMessage of(InputMessage input, MessageFailure failure) {
    List<MessageHeader> told = told(input.position(), failure, textLimit(limits.bytes()));
    List<MessageHeader> all = new ArrayList<>(input.headers());
    all.addAll(told);
    OutputMessage whole = message(input, input.key(), input.value(), all);
    return limits.fits(whole) ? whole : cut(input, told);
  }

  /**
   * The letter in place of a message that the broker refused for what it is. Nothing of the
   * original is in it but its place.
   *
   * @param source the message that it was written because of
   * @param refused what was refused; may be a dead letter
   * @param reason why
   */
  public OutputMessage inPlaceOf(Position source, OutputMessage refused, Throwable reason) {
    String earlier =
        refused.topic().equals(topic)
            ? LetterHeaders.text(refused.headers(), LetterHeaders.MESSAGE).orElse("") + "; "
            : "";
    MessageFailure failure =
        new MessageFailure(
            MessageStage.TASK_PUT,
            reason.getClass().getName(),
            earlier
                + "the broker refuses a message of %d bytes in topic '%s': %s"
                    .formatted(refused.size(), refused.topic(), reason.getMessage()),
            "");
    List<MessageHeader> headers = told(source, failure, textLimit(LEAST_BYTES));
    headers.add(MessageHeader.of(LetterHeaders.OMITTED_MESSAGE, "all"));
    // its own time and a key, so that no limit of the topic stands against it
    return new OutputMessage(topic, -1, key(source), null, headers);
  }

  /** What has room beside what must be said: the key, then headers in their order, no value. */
  private OutputMessage cut(InputMessage input, List<MessageHeader> told) {
    long keyBytes = input.key() == null ? 0 : input.key().length;
    List<MessageHeader> notes = new ArrayList<>(told);
    notes.add(MessageHeader.of(LetterHeaders.OMITTED_VALUE, input.size()));
    // as long as they can get, until it is known what they say
    notes.add(MessageHeader.of(LetterHeaders.OMITTED_HEADERS, input.headers().size()));
    notes.add(MessageHeader.of(LetterHeaders.OMITTED_KEY, keyBytes));
    notes.add(MessageHeader.of(TopicLimits.ORIGINAL_TIMESTAMP, input.timestampMillis()));
    notes.add(MessageHeader.of(LetterHeaders.ADDED_KEY, "yes"));
    long room =
        limits.bytes() - new OutputMessage(topic, -1, key(input.position()), null, notes).size();
    boolean keyKept = keyBytes <= room;
    room -= keyKept ? keyBytes : 0;
    List<MessageHeader> headers = new ArrayList<>();
    for (MessageHeader header : input.headers()) {
      if (header.size() <= room) {
        headers.add(header);
        room -= header.size();
      }
    }
    int kept = headers.size();
    headers.addAll(told);
    if (input.size() > 0) {
      headers.add(MessageHeader.of(LetterHeaders.OMITTED_VALUE, input.size()));
    }
    if (kept < input.headers().size()) {
      headers.add(MessageHeader.of(LetterHeaders.OMITTED_HEADERS, input.headers().size() - kept));
    }
    if (!keyKept) {
      headers.add(MessageHeader.of(LetterHeaders.OMITTED_KEY, keyBytes));
    }
    byte[] value = input.size() == 0 ? input.value() : null;
    return message(input, keyKept ? input.key() : null, value, headers);
  }

  private OutputMessage message(
      InputMessage input, byte[] key, byte[] value, List<MessageHeader> headers) {
    byte[] given = key;
    if (key == null && limits.compacted()) {
      given = key(input.position());
      headers.add(MessageHeader.of(LetterHeaders.ADDED_KEY, "yes"));
    }
    return limits.inTime(
        new OutputMessage(topic, input.timestampMillis(), given, value, headers), clock.millis());
  }

  private static byte[] key(Position position) {
    return position.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<MessageHeader> told(Position source, MessageFailure failure, int longest) {
    List<MessageHeader> headers = new ArrayList<>();
    headers.add(MessageHeader.of(LetterHeaders.TOPIC, source.topic()));
    headers.add(MessageHeader.of(LetterHeaders.PARTITION, source.partition()));
    headers.add(MessageHeader.of(LetterHeaders.OFFSET, source.offset()));
    headers.add(text(LetterHeaders.CONNECTOR, jobName, longest));
    headers.add(MessageHeader.of(LetterHeaders.STAGE, failure.stage().name()));
    headers.add(text(LetterHeaders.EXCEPTION, failure.exception(), longest));
    headers.add(text(LetterHeaders.MESSAGE, failure.reason(), longest));
    if (!failure.stackTrace().isEmpty()) {
      headers.add(text(LetterHeaders.STACK_TRACE, failure.stackTrace(), longest));
    }
    headers.add(MessageHeader.of(LetterHeaders.FAILED_AT, clock.millis()));
    return headers;
  }

  private static MessageHeader text(String name, String value, int longest) {
    return MessageHeader.of(name, value.length() <= longest ? value : value.substring(0, longest));
  }

  /** Four texts of three bytes a character take up to half of a letter. */
  private static int textLimit(long bytes) {
    return (int) Math.min(LONGEST_TEXT, bytes / 24);
  }
}
