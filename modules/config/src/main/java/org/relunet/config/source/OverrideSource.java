package org.relunet.config.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.MappingNode.Entry;

/**
 * One value from the command line.
 *
 * @param assignment {@code section.key=value}, the value a plain or quoted YAML scalar, or a list
 *     like {@code [16, 8]}; nothing after the equals sign is the empty text
 */
public record OverrideSource(String assignment) implements Source {
  /** What begins a YAML list, mapping or quoted text on one line. */
  private static final String STRUCTURED = "[{\"'";

  @Override
  public Optional<SourceNode> read(Problems problems) {
    Location location = Location.of("--set " + assignment);
    int equals = assignment.indexOf('=');
    if (equals < 0) {
      problems.add(location, "has no value; write it as section.key=value");
      return Optional.empty();
    }
    List<String> keys = List.of(assignment.substring(0, equals).strip().split("\\.", -1));
    if (keys.stream().anyMatch(String::isBlank)) {
      problems.add(location, "does not name a key; write it as section.key=value");
      return Optional.empty();
    }
    return value(assignment.substring(equals + 1), location, problems)
        .map(value -> nested(keys, value, location));
  }

  private static Optional<SourceNode> value(String text, Location location, Problems problems) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return Optional.of(new ScalarNode("", true, location));
    }
    // block style needs lines: a dash, colon or hash is itself on a command line
    return STRUCTURED.indexOf(stripped.charAt(0)) < 0
        ? Optional.of(new ScalarNode(stripped, false, location))
        : new YamlReader(mark -> location, problems).read(stripped, location);
  }

  private static SourceNode nested(List<String> keys, SourceNode value, Location location) {
    SourceNode node = value;
    for (int i = keys.size() - 1; i >= 0; i--) {
      node = new MappingNode(Map.of(keys.get(i), new Entry(location, node)), location);
    }
    return node;
  }
}
