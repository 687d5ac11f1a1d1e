package org.relunet.config.record;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.setting.Setting;
import org.relunet.config.key.GivenValue;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.ValueKey;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.ListNode;
import org.relunet.config.source.ScalarNode;
import org.relunet.config.source.SourceNode;
import org.relunet.config.source.TextSource;
import org.relunet.config.value.ValueType;
import org.relunet.config.value.ValueTypes;

/** A component that holds a value. */
record ValueComponent(ValueKey key, RecordComponent component) implements SettingsComponent {
  static ValueComponent of(RecordComponent component, Setting setting) {
    ValueType type = ValueTypes.of(component.getGenericType(), setting);
    String name = SettingsComponent.dashed(component.getName());
    Object defaultValue = defaultValue(type, component, setting);
    return new ValueComponent(
        new ValueKey(
            name,
            setting.help(),
            setting.unit(),
            type,
            defaultValue,
            type.isText() && setting.namesFile(),
            Set.of(setting.names())),
        component);
  }

  private static Object defaultValue(ValueType type, RecordComponent component, Setting setting) {
    Problems problems = new Problems();
    return defaultNode(component, setting, problems)
        .flatMap(node -> type.read(node, "its default", problems))
        .orElseThrow(() -> new IllegalArgumentException(problems.list().get(0).message()));
  }

  private static Optional<SourceNode> defaultNode(
      RecordComponent component, Setting setting, Problems problems) {
    Location location = Location.of("@Setting");
    if (!setting.defaultValue().isEmpty()) {
      return new TextSource("@Setting", setting.defaultValue()).read(problems);
    }
    return Optional.of(
        component.getType() == List.class
            ? new ListNode(List.of(), location)
            : new ScalarNode("", true, location));
  }

  @Override
  public Optional<Object> value(GivenValues given, String path, Problems problems) {
    GivenValue value = given.values().get(key.name());
    return Optional.of(value == null ? key.defaultValue() : value.value());
  }

  @Override
  public Object read(Record record) {
    return RecordReflection.read(component, record);
  }
}
