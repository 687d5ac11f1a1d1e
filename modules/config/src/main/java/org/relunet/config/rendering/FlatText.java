package org.relunet.config.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.ListNode;
import org.relunet.config.source.MappingNode;
import org.relunet.config.source.ScalarNode;
import org.relunet.config.source.SourceNode;
import org.relunet.config.source.TextSource;

/**
 * Values of a configuration by their full keys, whatever the keys are: for configurations of other
 * versions and of plugins that are not here.
 */
public final class FlatText {
  private FlatText() {}

  /**
   * In the order of the text.
   *
   * @param name how problems name it
   * @throws ConfigurationException if it is not YAML
   */
  public static Map<String, String> of(String name, String yaml) {
    Problems problems = new Problems();
    Map<String, String> values = new LinkedHashMap<>();
    new TextSource(name, yaml).read(problems).ifPresent(root -> collect(root, "", values));
    problems.throwIfAny();
    return values;
  }

  private static void collect(SourceNode node, String path, Map<String, String> values) {
    if (node instanceof MappingNode mapping) {
      mapping
          .entries()
          .forEach(
              (key, entry) ->
                  collect(entry.value(), path.isEmpty() ? key : path + "." + key, values));
    } else {
      values.put(path, text(node));
    }
  }

  private static String text(SourceNode node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.text();
    }
    if (node instanceof ListNode list) {
      return list.items().stream().map(FlatText::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return ((MappingNode) node)
        .entries().entrySet().stream()
            .map(entry -> entry.getKey() + ": " + text(entry.getValue().value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
