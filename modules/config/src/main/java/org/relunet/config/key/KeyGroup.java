package org.relunet.config.key;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.config.problem.KnownNames;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.MappingNode;
import org.relunet.config.source.MappingNode.Entry;
import org.relunet.config.source.SourceNode;

/** A key that holds further keys: a section, a plugin's settings, a nested record. Immutable. */
public final class KeyGroup implements Key {
  private final String name;
  private final String help;
  private final String noun;
  private final Map<String, Key> keys = new LinkedHashMap<>();

  /**
   * @param noun what the keys inside are called: "key", "section"
   * @param keys those inside, in the order of the reference
   */
  public KeyGroup(String name, String help, String noun, List<? extends Key> keys) {
    this.name = name;
    this.help = help;
    this.noun = noun;
    for (Key key : keys) {
      if (this.keys.put(key.name(), key) != null) {
        throw new IllegalArgumentException(noun + " '" + key.name() + "' is declared twice");
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String help() {
    return help;
  }

  /** The keys inside, by their names, in the order of the reference. */
  public Map<String, Key> keys() {
    return Collections.unmodifiableMap(keys);
  }

  /**
   * The values that the node gives.
   *
   * @param path full name of this group, empty for the whole configuration
   */
  public GivenValues read(SourceNode node, String path, Problems problems) {
    if (node.isAbsent()) {
      return GivenValues.none(node.location());
    }
    int before = problems.size();
    Map<String, GivenValue> values = new HashMap<>();
    Map<String, GivenValues> groups = new HashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping.entries().forEach((n, entry) -> read(n, entry, path, problems, values, groups));
    } else {
      problems.add(node.location(), prefix(path) + mustBeMapping(node));
    }
    return new GivenValues(node.location(), problems.size() == before, values, groups);
  }

  private void read(
      String entryName,
      Entry entry,
      String path,
      Problems problems,
      Map<String, GivenValue> values,
      Map<String, GivenValues> groups) {
    Key key = keys.get(entryName);
    if (key == null) {
      problems.add(
          entry.location(), prefix(path) + new KnownNames(noun, keys.keySet()).unknown(entryName));
      return;
    }
    String keyPath = join(path, entryName);
    if (key instanceof KeyGroup group) {
      groups.put(entryName, group.read(entry.value(), keyPath, problems));
    } else if (key instanceof ValueKey value) {
      Location location = entry.location();
      value
          .type()
          .read(entry.value(), keyPath, problems)
          .ifPresent(given -> values.put(entryName, new GivenValue(given, location)));
    }
  }

  private String mustBeMapping(SourceNode node) {
    return "must hold "
        + noun
        + "s ("
        + String.join(", ", keys.keySet())
        + "), but is "
        + node.description();
  }

  private static String prefix(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }

  /** Full name of a key in a group; the group's is empty for the whole configuration. */
  public static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
