package org.relunet.pipeline.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes dead letters: the message as it came, key, value, headers and timestamp, with headers in
 * Kafka Connect's vocabulary ({@code __connect.errors.*}, KIP-298) that say where it stood and what
 * was wrong.
 */
public final class DeadLetters {
  private static final String PREFIX = "__connect.errors.";

  /** Where the value is left out: how many bytes it has. The topic and offset say where it is. */
  static final String OMITTED = "relunet.omitted.value.bytes";

  private static final int LONGEST_TEXT = 4_000;

  private final String topic;
  private final String jobName;
  private final long maximumBytes;

  /**
   * @param topic of the dead letters
   * @param jobName stands where Kafka Connect has the connector's name
   * @param maximumBytes a larger message is sent without its value
   */
  public DeadLetters(String topic, String jobName, long maximumBytes) {
    this.topic = topic;
    this.jobName = jobName;
    this.maximumBytes = maximumBytes;
  }

  public OutputMessage of(InputMessage input, MessageFailure failure) {
    List<MessageHeader> headers = new ArrayList<>(input.headers());
    headers.add(header("topic", input.position().topic()));
    headers.add(header("partition", Integer.toString(input.position().partition())));
    headers.add(header("offset", Long.toString(input.position().offset())));
    headers.add(header("connector.name", jobName));
    headers.add(header("stage", failure.stage().name()));
    headers.add(header("exception.class.name", failure.exception()));
    headers.add(header("exception.message", failure.reason()));
    if (!failure.stackTrace().isEmpty()) {
      headers.add(header("exception.stacktrace", failure.stackTrace()));
    }
    OutputMessage whole =
        new OutputMessage(topic, input.timestampMillis(), input.key(), input.value(), headers);
    return whole.size() <= maximumBytes ? whole : withoutValue(input, headers);
  }

  private OutputMessage withoutValue(InputMessage input, List<MessageHeader> headers) {
    headers.add(MessageHeader.of(OMITTED, input.size()));
    return new OutputMessage(topic, input.timestampMillis(), input.key(), null, headers);
  }

  private static MessageHeader header(String name, String value) {
    String shown = value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
    return MessageHeader.of(PREFIX + name, shown);
  }
}
