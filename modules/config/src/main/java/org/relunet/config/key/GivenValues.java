package org.relunet.config.key;

import java.util.HashMap;
import java.util.Map;
import org.relunet.config.problem.Location;

/**
 * The values that sources give for the keys of a group.
 *
 * @param location where the group's content stands, in the last source that has it
 * @param sound whether no problem was found in it
 * @param values by the names of keys with a value
 * @param groups by the names of keys with further keys
 */
public record GivenValues(
    Location location,
    boolean sound,
    Map<String, GivenValue> values,
    Map<String, GivenValues> groups) {
  public GivenValues {
    values = Map.copyOf(values);
    groups = Map.copyOf(groups);
  }

  /** No value. */
  public static GivenValues none(Location location) {
    return new GivenValues(location, true, Map.of(), Map.of());
  }

  /** Where no source has the group. */
  public static GivenValues defaults() {
    return none(Location.of("default settings"));
  }

  /** These values, and those of a later source in their place where both give one. */
  public GivenValues overlay(GivenValues later) {
    Map<String, GivenValue> allValues = new HashMap<>(values);
    allValues.putAll(later.values);
    Map<String, GivenValues> allGroups = new HashMap<>(groups);
    later.groups.forEach((name, group) -> allGroups.merge(name, group, GivenValues::overlay));
    return new GivenValues(later.location, sound && later.sound, allValues, allGroups);
  }

  /** The values of a group inside; none where no source has it. */
  public GivenValues group(String name) {
    GivenValues group = groups.get(name);
    return group == null ? defaults() : group;
  }
}
