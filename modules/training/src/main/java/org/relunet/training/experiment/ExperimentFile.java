package org.relunet.training.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relunet.api.setting.YamlText;
import org.relunet.config.problem.KnownNames;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.FileSource;
import org.relunet.config.source.ListNode;
import org.relunet.config.source.MappingNode;
import org.relunet.config.source.MappingNode.Entry;
import org.relunet.config.source.ScalarNode;
import org.relunet.config.source.SourceNode;

/**
 * Reads an experiment:
 *
 * <pre>
 * base: ../train-webnlg-star.yaml     # counts from the experiment's file
 * seeds: [1]
 * set:                                # of all rows
 *   training.epochs: 6
 * rows:
 *   - name: RelU-Net
 *   - name: CasRel
 *     seeds: [1, 2]                   # in place of those of all rows
 *     set:
 *       relunet.enabled: false
 * </pre>
 *
 * All that is wrong is told at once, with line and column; the keys below {@code set} are checked
 * when the configurations are read.
 */
public final class ExperimentFile {
  /** Means the same in a list of YAML as alone. */
  private static final Pattern PLAIN = Pattern.compile("-?[A-Za-z0-9_./+][A-Za-z0-9_./+ -]*");

  private static final List<String> KEYS = List.of("base", "seeds", "set", "rows");
  private static final List<String> ROW_KEYS = List.of("name", "seeds", "set");

  private final Path path;
  private final Problems problems = new Problems();

  private ExperimentFile(Path path) {
    this.path = path;
  }

  /**
   * @throws org.relunet.config.problem.ConfigurationException with all that is wrong
   */
  public static Experiment read(Path path) {
    return new ExperimentFile(path).read();
  }

  private Experiment read() {
    Optional<SourceNode> root = new FileSource(path).read(problems);
    problems.throwIfAny();
    Location file = Location.of(path.toString());
    Map<String, Entry> entries = entries(root.orElseThrow(), "an experiment", KEYS);
    Path base = Path.of("");
    if (entries.containsKey("base")) {
      base =
          path.resolveSibling(
              scalar(entries.get("base").value(), "base", "the path of a configuration"));
    } else {
      problems.add(file, "needs the key base, the configuration that the rows begin with");
    }
    List<Long> seeds = entries.containsKey("seeds") ? seeds(entries.get("seeds")) : List.of(1L);
    List<String> common = overrides(entries.get("set"));
    List<ExperimentRow> rows = List.of();
    if (entries.containsKey("rows")) {
      rows = rows(entries.get("rows").value(), seeds);
    } else {
      problems.add(file, "needs the key rows, a list of what to compare");
    }
    problems.throwIfAny();
    String name = path.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    return new Experiment(name, base, common, rows);
  }

  private List<Long> seeds(Entry entry) {
    List<Long> seeds = new ArrayList<>();
    for (SourceNode item : items(entry.value(), "seeds", "a list of whole numbers")) {
      String text = scalar(item, "seeds", "a whole number");
      try {
        long seed = Long.parseLong(text);
        if (seeds.contains(seed)) {
          problems.add(item.location(), "seeds: " + seed + " stands there twice");
        }
        seeds.add(seed);
      } catch (NumberFormatException e) {
        problems.add(item.location(), "seeds: must be a whole number, but is '" + text + "'");
      }
    }
    return seeds;
  }

  private List<ExperimentRow> rows(SourceNode node, List<Long> seeds) {
    List<ExperimentRow> rows = new ArrayList<>();
    Map<String, Location> directories = new HashMap<>();
    for (SourceNode item : items(node, "rows", "a list of rows")) {
      Map<String, Entry> entries = entries(item, "a row", ROW_KEYS);
      if (!entries.containsKey("name")) {
        problems.add(item.location(), "a row needs the key name");
        continue;
      }
      ExperimentRow row =
          new ExperimentRow(
              scalar(entries.get("name").value(), "name", "a text"),
              overrides(entries.get("set")),
              entries.containsKey("seeds") ? seeds(entries.get("seeds")) : seeds);
      Location first = directories.putIfAbsent(row.directory(), item.location());
      if (first != null || row.directory().isEmpty()) {
        problems.add(
            item.location(),
            first == null
                ? "the name of a row needs letters or digits"
                : "the row '%s' has the name of that at %s".formatted(row.name(), first));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<String> overrides(Entry set) {
    List<String> overrides = new ArrayList<>();
    if (set != null) {
      entries(set.value(), "set", List.of())
          .forEach((key, entry) -> flatten(key, entry.value(), overrides));
    }
    return overrides;
  }

  private void flatten(String key, SourceNode node, List<String> overrides) {
    if (node instanceof MappingNode mapping) {
      mapping
          .entries()
          .forEach((below, entry) -> flatten(key + "." + below, entry.value(), overrides));
    } else if (node instanceof ListNode list) {
      overrides.add(
          key
              + "="
              + list.items().stream()
                  .map(item -> value(item, key))
                  .collect(Collectors.joining(", ", "[", "]")));
    } else {
      overrides.add(key + "=" + value(node, key));
    }
  }

  /** As it is written behind {@code --set}; a number stays one. */
  private String value(SourceNode node, String key) {
    String text = scalar(node, key, "a value");
    return PLAIN.matcher(text).matches() ? text : YamlText.quoted(text);
  }

  /** The entries of a mapping; any key where none is named. */
  private Map<String, Entry> entries(SourceNode node, String what, List<String> keys) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node.location(), what + " must be a mapping, but is " + node.description());
      return Map.of();
    }
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!keys.isEmpty() && !keys.contains(key)) {
                problems.add(entry.location(), new KnownNames("key", keys).unknown(key));
              }
            });
    return mapping.entries();
  }

  private List<SourceNode> items(SourceNode node, String key, String phrase) {
    if (node instanceof ListNode list && !list.items().isEmpty()) {
      return list.items();
    }
    problems.add(
        node.location(),
        "%s: must be %s, but is %s"
            .formatted(key, phrase, node instanceof ListNode ? "empty" : node.description()));
    return List.of();
  }

  private String scalar(SourceNode node, String key, String phrase) {
    if (node instanceof ScalarNode scalar && !scalar.isAbsent()) {
      return scalar.text();
    }
    problems.add(
        node.location(), "%s: must be %s, but is %s".formatted(key, phrase, node.description()));
    return "";
  }
}
