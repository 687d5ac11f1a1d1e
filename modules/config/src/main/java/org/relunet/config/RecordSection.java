package org.relunet.config;

import java.util.Optional;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.problem.Problems;
import org.relunet.config.record.SettingsRecord;

/** A section whose content is a settings record. */
record RecordSection(KeyGroup keys, SettingsRecord<?> settings) implements Section {
  static RecordSection of(String name, String help, Class<? extends Record> type) {
    SettingsRecord<?> settings = SettingsRecord.of(type);
    return new RecordSection(settings.keys(name, help), settings);
  }

  @Override
  public Optional<?> build(GivenValues given, Problems problems) {
    return settings.build(given, keys.name(), problems);
  }

  @Override
  public GivenValues values(Object content) {
    return settings.values((Record) content);
  }
}
