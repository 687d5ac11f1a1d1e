package org.relunet.pipeline.stream;

import java.util.ArrayList;
import java.util.List;

/** What settings of a stream must have. */
final class StreamRules {
  private StreamRules() {}

  /**
   * @throws IllegalArgumentException naming every key that is wrong
   */
  static void require(StreamSettings settings) {
    List<String> problems = new ArrayList<>();
    if (settings.input().topics().stream().allMatch(String::isBlank)) {
      problems.add("stream.input.topics: name the topics to read");
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
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}
