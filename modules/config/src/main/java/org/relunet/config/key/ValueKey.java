package org.relunet.config.key;

import org.relunet.config.value.ValueType;

/**
 * A key that holds a value.
 *
 * @param name the dashed name
 * @param help what it does
 * @param unit of a number; empty where it has none
 * @param type what its values are
 * @param defaultValue its value where no source gives one
 */
public record ValueKey(String name, String help, String unit, ValueType type, Object defaultValue)
    implements Key {}
