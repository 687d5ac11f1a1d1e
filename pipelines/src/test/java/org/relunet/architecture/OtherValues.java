package org.relunet.architecture;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.relunet.api.setting.Setting;

/** For each key of a settings record a value that it may have and that is not its present one. */
final class OtherValues {
  private OtherValues() {}

  /**
   * Values by the full names of the keys.
   *
   * @param path full name of the record's group
   */
  static void collect(Record record, String path, Map<String, Object> others) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String key = path + "." + dashed(component.getName());
      Object value = read(component, record);
      if (value instanceof Record nested) {
        collect(nested, key, others);
      } else {
        others.put(key, other(value, component.getAnnotation(Setting.class)));
      }
    }
  }

  /** Numbers are doubled, which keeps what must divide or exceed another. */
  private static Object other(Object value, Setting limits) {
    if (value instanceof Boolean truth) {
      return !truth;
    }
    if (value instanceof Integer number) {
      return number == 0 ? 1 : 2 * number;
    }
    if (value instanceof Long number) {
      return number == 0 ? 1 : 2 * number;
    }
    if (value instanceof Double number) {
      return DoubleStream.of(2 * number, number / 2, 0.25)
          .filter(other -> other != number)
          .filter(other -> other >= limits.minimum() && other <= limits.maximum())
          .findFirst()
          .orElseThrow();
    }
    if (value instanceof String || value instanceof Path) {
      return value instanceof String ? "other" : Path.of("other");
    }
    if (value instanceof Enum<?> constant) {
      Object[] all = constant.getDeclaringClass().getEnumConstants();
      return all[(constant.ordinal() + 1) % all.length];
    }
    if (value instanceof List<?> list) {
      // names in a list may have to be distinct
      return IntStream.range(0, list.size())
          .mapToObj(i -> list.get(i) instanceof String ? "other" + i : other(list.get(i), limits))
          .toList();
    }
    throw new IllegalArgumentException("no other value for a " + value.getClass());
  }

  /** As it stands behind {@code --set key=}. */
  static String yaml(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  /** {@code coreSizes} is {@code core-sizes}. */
  static String dashed(String name) {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static Object read(RecordComponent component, Record record) {
    try {
      // settings of plugins are not public everywhere
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
