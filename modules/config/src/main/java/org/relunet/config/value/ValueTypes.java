package org.relunet.config.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import org.relunet.api.setting.Setting;

/** Which Java type is which type of value. */
public final class ValueTypes {
  private ValueTypes() {}

  /**
   * The type of value that a record's component holds.
   *
   * @param type the component's generic type
   * @param setting its limits
   * @throws IllegalArgumentException if settings cannot have such a type
   */
  public static ValueType of(Type type, Setting setting) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return new ListType(scalar(generic.getActualTypeArguments()[0], setting));
    }
    return scalar(type, setting);
  }

  private static ScalarType scalar(Type type, Setting setting) {
    Range range = new Range(setting.minimum(), setting.maximum());
    if (type == int.class || type == Integer.class) {
      return new WholeNumberType(false, range);
    }
    if (type == long.class || type == Long.class) {
      return new WholeNumberType(true, range);
    }
    if (type == double.class || type == Double.class) {
      return new RealNumberType(range);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new BooleanType();
    }
    if (type == String.class) {
      return new TextType();
    }
    if (type == Path.class) {
      return new PathType();
    }
    if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      return ChoiceType.of(enumeration);
    }
    throw new IllegalArgumentException(
        "a setting cannot be a "
            + type.getTypeName()
            + "; it may be int, long, double, boolean, String, Path, an enum, a List of these, or"
            + " a record");
  }
}
