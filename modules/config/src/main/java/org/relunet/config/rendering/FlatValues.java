package org.relunet.config.rendering;

import java.util.Collections;
import java.util.LinkedHashMap;
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
    collect(group, values, "", flat);
    return Collections.unmodifiableMap(flat);
  }

  private static void collect(
      KeyGroup group, GivenValues values, String path, Map<String, String> flat) {
    for (Key key : group.keys().values()) {
      String name = KeyGroup.join(path, key.name());
      if (key instanceof ValueKey valueKey) {
        GivenValue given = values.values().get(key.name());
        if (given != null) {
          flat.put(name, valueKey.type().write(given.value()));
        }
      } else if (key instanceof KeyGroup inner && values.groups().containsKey(key.name())) {
        collect(inner, values.group(key.name()), name, flat);
      }
    }
  }
}
