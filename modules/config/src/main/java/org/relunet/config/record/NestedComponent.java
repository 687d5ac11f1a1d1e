package org.relunet.config.record;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.relunet.api.setting.Setting;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.problem.Problems;

/** A component that is itself a settings record. */
record NestedComponent(KeyGroup key, SettingsRecord<?> settings, RecordComponent component)
    implements SettingsComponent {
  static NestedComponent of(RecordComponent component, Setting setting) {
    if (!setting.defaultValue().isEmpty()) {
      throw new IllegalArgumentException("a nested record has the defaults of its components");
    }
    SettingsRecord<?> settings = SettingsRecord.of(component.getType().asSubclass(Record.class));
    String name = SettingsComponent.dashed(component.getName());
    return new NestedComponent(settings.keys(name, setting.help()), settings, component);
  }

  @Override
  public Optional<?> value(GivenValues given, String path, Problems problems) {
    return settings.build(given.group(key.name()), KeyGroup.join(path, key.name()), problems);
  }

  @Override
  public Object read(Record record) {
    return RecordReflection.read(component, record);
  }
}
