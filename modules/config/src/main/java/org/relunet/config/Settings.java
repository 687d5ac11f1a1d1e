package org.relunet.config;

import org.relunet.config.key.GivenValues;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.config.problem.Problems;
import org.relunet.config.record.SettingsRecord;
import org.relunet.config.source.TextSource;

/**
 * One settings record by itself, without a schema: for its tests, and for programs that need no
 * more.
 */
public final class Settings {
  private Settings() {}

  /**
   * The record of all defaults.
   *
   * @throws ConfigurationException if the record refuses them
   */
  public static <S extends Record> S defaults(Class<S> type) {
    return read(type, "defaults", "");
  }

  /**
   * The record of the given keys, defaults in place of the others.
   *
   * @param name how errors name the text
   * @param yaml the record's keys, without a section around them
   * @throws ConfigurationException with all that is wrong
   */
  public static <S extends Record> S read(Class<S> type, String name, String yaml) {
    SettingsRecord<S> settings = SettingsRecord.of(type);
    KeyGroup keys = settings.keys("", "");
    Problems problems = new Problems();
    GivenValues given =
        new TextSource(name, yaml)
            .read(problems)
            .map(node -> keys.read(node, "", problems))
            .orElseGet(GivenValues::defaults);
    problems.throwIfAny();
    return settings
        .build(given, "", problems)
        .orElseThrow(() -> new ConfigurationException(problems.list()));
  }
}
