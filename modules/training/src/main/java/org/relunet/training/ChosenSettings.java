package org.relunet.training;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relunet.config.Configuration;

/**
 * Settings of a model that were chosen after its training, in place of those that it was trained
 * with.
 *
 * @param values by full key; empty where nothing was chosen
 */
public record ChosenSettings(SortedMap<String, String> values) {
  /** As it was trained. */
  public static final ChosenSettings NONE = new ChosenSettings(Collections.emptySortedMap());

  public ChosenSettings {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** These and others. */
  public ChosenSettings and(ChosenSettings others) {
    SortedMap<String, String> all = new TreeMap<>(values);
    all.putAll(others.values);
    return new ChosenSettings(all);
  }

  /** The configuration with what was chosen. */
  public Configuration over(Configuration trained) {
    return values.isEmpty() ? trained : trained.with(assignments());
  }

  /** Each as {@code section.key=value}. */
  public List<String> assignments() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }
}
