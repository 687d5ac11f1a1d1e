package org.relunet.pipeline.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Names of the headers of dead letters. */
final class LetterHeaders {
  static final String CONNECT = "__connect.errors.";

  /** The first of ours: what stands before the last header of this name came with the message. */
  static final String TOPIC = CONNECT + "topic";

  static final String PARTITION = CONNECT + "partition";
  static final String OFFSET = CONNECT + "offset";
  static final String CONNECTOR = CONNECT + "connector.name";
  static final String STAGE = CONNECT + "stage";
  static final String EXCEPTION = CONNECT + "exception.class.name";
  static final String MESSAGE = CONNECT + "exception.message";
  static final String STACK_TRACE = CONNECT + "exception.stacktrace";

  /** When the letter was made, in milliseconds since 1970. */
  static final String FAILED_AT = "relunet.failed.at";

  /** The message has no key, and a compacted topic needed one. */
  static final String ADDED_KEY = "relunet.added.key";

  /** What begins the names of those that say what was left out. */
  static final String OMITTED = "relunet.omitted.";

  /** How many bytes of value were left out. */
  static final String OMITTED_VALUE = OMITTED + "value.bytes";

  /** How many bytes of key were left out. */
  static final String OMITTED_KEY = OMITTED + "key.bytes";

  /** How many of the message's headers were left out. */
  static final String OMITTED_HEADERS = OMITTED + "headers";

  /** Nothing of the message is in the letter. */
  static final String OMITTED_MESSAGE = OMITTED + "message";

  private LetterHeaders() {}

  /** The last header of this name: those before it may have come with the message. */
  static Optional<String> text(List<MessageHeader> headers, String name) {
    for (int i = headers.size() - 1; i >= 0; i--) {
      MessageHeader header = headers.get(i);
      if (header.name().equals(name) && header.value() != null) {
        return Optional.of(new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
