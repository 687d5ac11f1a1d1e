package org.relunet.pipeline.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relunet.pipeline.message.TopicLimits;

/** Compares what the topics of a job take; nothing of it stops the job. */
public final class LimitsComparison {
  private LimitsComparison() {}

  /**
   * What an operator should know, a sentence each.
   *
   * @param limits by topic, as far as they are known
   * @param configuredBytes most bytes of a message, as configured
   * @param requestBytes most bytes of a message that the producer sends
   */
  public static List<String> warnings(
      Topics topics, Map<String, TopicLimits> limits, long configuredBytes, long requestBytes) {
    List<String> warnings = new ArrayList<>();
    if (requestBytes < configuredBytes) {
      warnings.add(
          "the producer's properties allow messages of %d bytes (max.request.size, buffer.memory), less than stream.output.maximum-bytes, %d"
              .formatted(requestBytes, configuredBytes));
    }
    TopicLimits output = limits.get(topics.output());
    if (output != null && output.bytes() < configuredBytes) {
      warnings.add(
          "topic '%s' takes messages of %d bytes (max.message.bytes), less than stream.output.maximum-bytes, %d: a document with a larger result becomes a dead letter"
              .formatted(topics.output(), output.bytes(), configuredBytes));
    }
    TopicLimits letters = limits.get(topics.deadLetters());
    if (letters != null) {
      warnings.addAll(deadLetters(topics, limits, letters, requestBytes));
    }
    return warnings;
  }

  private static List<String> deadLetters(
      Topics topics, Map<String, TopicLimits> limits, TopicLimits letters, long requestBytes) {
    List<String> warnings = new ArrayList<>();
    long most = Math.min(letters.bytes(), requestBytes);
    for (String input : topics.inputs()) {
      TopicLimits from = limits.get(input);
      if (from != null && from.bytes() > most) {
        warnings.add(
            "topic '%s' takes messages of %d bytes, a dead letter may have %d: a larger message goes to '%s' without its value"
                .formatted(input, from.bytes(), most, topics.deadLetters()));
      }
    }
    if (letters.compacted()) {
      warnings.add(
          "topic '%s' is compacted (cleanup.policy): of dead letters with one key only the last stays"
              .formatted(topics.deadLetters()));
    }
    return warnings;
  }
}
