package org.relunet.config.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.setting.Setting;
import org.relunet.config.key.GivenValue;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;

/**
 * A record class whose components all carry {@link Setting}, each a key. Immutable.
 *
 * @param <S> the record
 */
public final class SettingsRecord<S extends Record> {
  private final Class<S> type;
  private final List<SettingsComponent> components = new ArrayList<>();
  private final Constructor<S> constructor;

  private SettingsRecord(Class<S> type) {
    this.type = type;
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(SettingsComponent.of(component));
    }
    this.constructor = RecordReflection.canonicalConstructor(type);
  }

  /**
   * @throws IllegalArgumentException if a component has no {@link Setting}, a type that settings
   *     cannot have, or a default that is not of its type or beyond its limits
   */
  public static <S extends Record> SettingsRecord<S> of(Class<S> type) {
    return new SettingsRecord<>(type);
  }

  /** The record's keys as a group with the given name. */
  public KeyGroup keys(String name, String help) {
    return new KeyGroup(
        name, help, "key", components.stream().map(SettingsComponent::key).toList());
  }

  /**
   * The record of the given values, defaults in place of the others; empty where the values are not
   * sound, or, with a problem added, where the record's constructor refuses them.
   *
   * @param path full name of the record's group
   */
  public Optional<S> build(GivenValues given, String path, Problems problems) {
    if (!given.sound()) {
      return Optional.empty();
    }
    List<Object> arguments = new ArrayList<>();
    for (SettingsComponent component : components) {
      component.value(given, path, problems).ifPresent(arguments::add);
    }
    if (arguments.size() < components.size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RecordReflection.construct(constructor, arguments.toArray()));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      problems.add(locationOf(message, given), path.isEmpty() ? message : path + ": " + message);
      return Optional.empty();
    }
  }

  /** A constructor names the keys that it complains of: the first one that was given. */
  private Location locationOf(String message, GivenValues given) {
    return Arrays.stream(message.split("[^A-Za-z0-9-]+"))
        .filter(given.values()::containsKey)
        .map(name -> given.values().get(name).location())
        .findFirst()
        .orElse(given.location());
  }

  /** All values of a record. */
  public GivenValues values(Record record) {
    Location location = Location.of(type.getSimpleName());
    Map<String, GivenValue> values = new HashMap<>();
    Map<String, GivenValues> groups = new HashMap<>();
    for (SettingsComponent component : components) {
      Object value = component.read(type.cast(record));
      if (component instanceof NestedComponent nested) {
        groups.put(component.key().name(), nested.settings().values((Record) value));
      } else {
        values.put(component.key().name(), new GivenValue(value, location));
      }
    }
    return new GivenValues(location, true, values, groups);
  }
}
