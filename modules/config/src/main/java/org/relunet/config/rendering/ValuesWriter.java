package org.relunet.config.rendering;

import org.relunet.config.key.GivenValue;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.Key;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.key.ValueKey;

/** Writes given values as YAML in block style, in the keys' order, without comments. */
public final class ValuesWriter {
  private final StringBuilder out = new StringBuilder();

  private ValuesWriter() {}

  /** The keys of the group that have a value, a line each; empty for no value. */
  public static String write(KeyGroup group, GivenValues values) {
    ValuesWriter writer = new ValuesWriter();
    writer.writeKeys(group, values, "");
    return writer.out.toString();
  }

  private void writeKeys(KeyGroup group, GivenValues values, String indent) {
    for (Key key : group.keys().values()) {
      if (key instanceof ValueKey valueKey) {
        GivenValue given = values.values().get(key.name());
        if (given != null) {
          String value = valueKey.type().write(given.value());
          out.append(indent).append(key.name()).append(": ").append(value).append('\n');
        }
      } else if (key instanceof KeyGroup inner && values.groups().containsKey(key.name())) {
        out.append(indent).append(key.name());
        out.append(inner.keys().isEmpty() ? ": {}\n" : ":\n");
        writeKeys(inner, values.group(key.name()), indent + "  ");
      }
    }
  }
}
