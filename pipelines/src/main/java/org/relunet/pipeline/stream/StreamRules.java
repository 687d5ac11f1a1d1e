package org.relunet.pipeline.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.message.MessageFormat;
import org.relunet.pipeline.record.JsonPaths;

/** What settings of a stream must have. */
final class StreamRules {
  private StreamRules() {}

  /**
   * @throws IllegalArgumentException naming every key that is wrong
   */
  static void require(StreamSettings settings) {
    List<String> problems = new ArrayList<>();
    if (settings.input().topics().stream().allMatch(String::isBlank)
        && settings.input().topicPattern().isBlank()) {
      problems.add("stream.input.topics: name the topics to read, or stream.input.topic-pattern");
    }
    if (settings.output().topic().isBlank()) {
      problems.add("stream.output.topic: name the topic for results");
    }
    if (settings.kafka().group().isBlank()) {
      problems.add("stream.kafka.group: name a consumer group");
    }
    if (settings.errors().tolerance() == ErrorTolerance.ALL
        && settings.errors().deadLetterTopic().isBlank()) {
      problems.add(
          "stream.errors.dead-letter-topic: name the topic for messages that fail, or set"
              + " stream.errors.tolerance to none");
    }
    pointer("stream.input.text-path", settings.input().textPath()).ifPresent(problems::add);
    pointer("stream.input.id-path", settings.input().idPath()).ifPresent(problems::add);
    if (settings.input().format() == MessageFormat.TEXT
        && !settings.input().textPath().equals(JsonPaths.TEXT)) {
      problems.add("stream.input.text-path: with stream.input.format text no value is JSON");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static Optional<String> pointer(String key, String path) {
    try {
      new JsonPaths(path, path);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(key + ": " + e.getMessage());
    }
  }
}
