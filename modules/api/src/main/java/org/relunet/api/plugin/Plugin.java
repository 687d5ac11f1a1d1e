package org.relunet.api.plugin;

import com.google.inject.Module;

/**
 * What all plugins have. Implementations have a public constructor without arguments and do no work
 * before {@link #module} is called.
 *
 * @param <C> the plugin's settings: a record whose components carry {@link
 *     org.relunet.api.setting.Setting}
 */
public sealed interface Plugin<C extends Record>
    permits TokenizerPlugin, ParserPlugin, EncoderPlugin, ExtractorPlugin {
  /** The name that chooses it: lower-case words joined by dashes, unique among its kind. */
  String name();

  /** The record that holds its settings. */
  Class<C> settings();

  /** A module that binds what the plugin's kind asks for, as a singleton. */
  Module module(C settings);
}
