package org.relunet.config.key;

import java.util.Set;
import org.relunet.config.value.ValueType;

/**
 * A key that holds a value.
 *
 * @param name the dashed name
 * @param help what it does
 * @param unit of a number; empty where it has none
 * @param type what its values are
 * @param defaultValue its value where no source gives one
 * @param namesFile whether a text, or each of a list, is the name of a file or a directory
 * @param names texts that are none, but mean something to the key itself
 */
public record ValueKey(
    String name,
    String help,
    String unit,
    ValueType type,
    Object defaultValue,
    boolean namesFile,
    Set<String> names)
    implements Key {
  public ValueKey {
    names = Set.copyOf(names);
  }

  /** Whether this value, or item of a list, is the name of a file or a directory. */
  public boolean meansFile(String text) {
    return namesFile
        && !text.isEmpty()
        && !names.contains(text)
        && !text.equals(defaultValue.toString());
  }
}
