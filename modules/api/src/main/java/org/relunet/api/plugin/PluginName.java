package org.relunet.api.plugin;

import java.util.regex.Pattern;

/** What a plugin may be named: a key of the configuration, beside the one that chooses. */
public final class PluginName {
  /** The key that chooses a plugin, beside which the plugins' own keys stand. */
  public static final String RESERVED = "plugin";

  /** The rule in words, for errors. */
  public static final String RULE =
      "a name is lower-case words joined by dashes, begins with a letter, and is not '"
          + RESERVED
          + "'";

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

  private PluginName() {}

  /** Whether a plugin may have this name. */
  public static boolean isProper(String name) {
    return name != null && SHAPE.matcher(name).matches() && !name.equals(RESERVED);
  }
}
