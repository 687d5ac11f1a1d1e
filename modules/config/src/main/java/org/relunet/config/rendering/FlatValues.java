package org.relunet.config.rendering;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.config.key.GivenValue;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.Key;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.key.ValueKey;

/** Given values by the full names of their keys, as one would set them on a command line. */
public final class FlatValues {
  private FlatValues() {}

  /** In the keys' order; keys without a value are absent. */
  public static Map<String, String> of(KeyGroup group, GivenValues values) {
    Map<String, String> flat = new LinkedHashMap<>();
    collect(group, values, "", (name, key, value) -> flat.put(name, key.type().write(value)));
    return Collections.unmodifiableMap(flat);
  }

  /** Those single values that name a file or a directory, as they are. */
  public static Map<String, Object> files(KeyGroup group, GivenValues values) {
    Map<String, Object> files = new LinkedHashMap<>();
    collect(
        group,
        values,
        "",
        (name, key, value) -> {
          if (!(value instanceof List<?>) && key.meansFile(value.toString())) {
            files.put(name, value);
          }
        });
    return Collections.unmodifiableMap(files);
  }

  private interface Taker {
    void take(String name, ValueKey key, Object value);
  }

  private static void collect(KeyGroup group, GivenValues values, String path, Taker taker) {
    for (Key key : group.keys().values()) {
      String name = KeyGroup.join(path, key.name());
      if (key instanceof ValueKey valueKey) {
        GivenValue given = values.values().get(key.name());
        if (given != null) {
          taker.take(name, valueKey, given.value());
        }
      } else if (key instanceof KeyGroup inner && values.groups().containsKey(key.name())) {
        collect(inner, values.group(key.name()), name, taker);
      }
    }
  }
}
