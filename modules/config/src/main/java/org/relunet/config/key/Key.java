package org.relunet.config.key;

/** A key that the configuration may have. */
public sealed interface Key permits ValueKey, KeyGroup {
  /** The dashed name, without those of the groups around it. */
  String name();

  /** What it is for. */
  String help();
}
