package org.relunet.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.config.key.GivenValue;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.Key;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.key.ValueKey;
import org.relunet.config.problem.Problems;

/** Holds what a layer gives against the rules for it. */
record ForeignLayer(ForeignRules rules, Problems problems) {

  /**
   * What may be used of it.
   *
   * @param later what the user says over it: a file that is replaced there matters no more
   */
  GivenValues admitted(KeyGroup root, GivenValues given, GivenValues later) {
    Map<String, GivenValues> sections = new HashMap<>();
    given
        .groups()
        .forEach(
            (name, section) -> {
              try {
                if (rules.takes(name)) {
                  sections.put(
                      name,
                      group((KeyGroup) root.keys().get(name), name, section, later.group(name)));
                }
              } catch (IllegalArgumentException e) {
                problems.add(section.location(), name + ": " + e.getMessage());
              }
            });
    return new GivenValues(given.location(), given.sound(), given.values(), sections);
  }

  private GivenValues group(KeyGroup keys, String path, GivenValues given, GivenValues later) {
    Map<String, GivenValue> values = new HashMap<>();
    Map<String, GivenValues> groups = new HashMap<>();
    given
        .values()
        .forEach(
            (name, value) -> {
              String full = KeyGroup.join(path, name);
              if (rules.takesKey(full)) {
                boolean replaced = later.values().containsKey(name);
                values.put(
                    name,
                    keys.keys().get(name) instanceof ValueKey key && key.namesFile() && !replaced
                        ? file(key, full, value)
                        : value);
              }
            });
    given
        .groups()
        .forEach(
            (name, inner) -> {
              Key key = keys.keys().get(name);
              groups.put(
                  name, group((KeyGroup) key, KeyGroup.join(path, name), inner, later.group(name)));
            });
    return new GivenValues(given.location(), given.sound(), values, groups);
  }

  private GivenValue file(ValueKey key, String path, GivenValue given) {
    try {
      return new GivenValue(file(key, path, given.value()), given.location());
    } catch (IllegalArgumentException e) {
      problems.add(given.location(), path + ": " + e.getMessage());
      return given;
    }
  }

  private Object file(ValueKey key, String path, Object value) {
    if (value instanceof List<?> items) {
      return items.stream().map(item -> file(key, path, item)).toList();
    }
    String text = value.toString();
    if (!key.meansFile(text)) {
      return value;
    }
    String file = rules.file(path, text);
    return value instanceof Path ? Path.of(file) : file;
  }
}
