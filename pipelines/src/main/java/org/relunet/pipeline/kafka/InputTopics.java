package org.relunet.pipeline.kafka;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which topics are read.
 *
 * @param names by name
 * @param pattern and all whose whole name a regular expression matches; empty for none
 */
public record InputTopics(List<String> names, String pattern) {
  /**
   * @throws IllegalArgumentException if the pattern is none
   */
  public InputTopics {
    names = names.stream().filter(name -> !name.isBlank()).toList();
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "stream.input.topic-pattern: '%s' is no regular expression: %s at place %d"
              .formatted(pattern, e.getDescription(), e.getIndex()),
          e);
    }
  }

  /** Whether a topic is one of them. */
  public boolean contains(String topic) {
    return names.contains(topic) || !pattern.isEmpty() && topic.matches(pattern);
  }

  public boolean isEmpty() {
    return names.isEmpty() && pattern.isEmpty();
  }

  /**
   * @param existing names of topics
   * @param written never read, even if they match
   * @throws KafkaProblem if there is none
   */
  List<String> among(Set<String> existing, List<String> written) {
    Set<String> found = new TreeSet<>(names);
    existing.stream()
        .filter(topic -> !pattern.isEmpty() && topic.matches(pattern))
        .filter(topic -> !written.contains(topic))
        .forEach(found::add);
    if (found.isEmpty()) {
      throw new KafkaProblem(
          "no topic matches '"
              + pattern
              + "' (stream.input.topic-pattern), or none may be described");
    }
    return List.copyOf(found);
  }
}
