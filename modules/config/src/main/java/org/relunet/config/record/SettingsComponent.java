package org.relunet.config.record;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import org.relunet.api.setting.Setting;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.Key;
import org.relunet.config.problem.Problems;

/** A component of a settings record. */
sealed interface SettingsComponent permits ValueComponent, NestedComponent {
  static SettingsComponent of(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    String place = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    if (setting == null) {
      throw new IllegalArgumentException(place + " has no @Setting");
    }
    try {
      return component.getType().isRecord()
          ? NestedComponent.of(component, setting)
          : ValueComponent.of(component, setting);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  /** {@code coreSizes} is {@code core-sizes}. */
  static String dashed(String camelCase) {
    return camelCase.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  Key key();

  /**
   * What the constructor gets: the given value or the default; empty, with a problem added, where a
   * nested record refuses its values.
   *
   * @param path full name of the group that the component is in
   */
  Optional<?> value(GivenValues given, String path, Problems problems);

  /** The component's value in a record. */
  Object read(Record record);
}
