package org.relunet.runtime.plugin;

import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.EncoderPlugin;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.plugin.TokenizerPlugin;

/** The kinds of plugin, in the order of the data's way. */
public enum PluginKind {
  TOKENIZER("tokenizer", TokenizerPlugin.class, Tokenizer.class),
  PARSER("parser", ParserPlugin.class, Parser.class),
  ENCODER("encoder", EncoderPlugin.class, Encoder.class),
  EXTRACTOR("extractor", ExtractorPlugin.class, Extractor.class);

  private final String section;
  private final Class<?> service;
  private final Class<?> component;

  PluginKind(String section, Class<?> service, Class<?> component) {
    this.section = section;
    this.service = service;
    this.component = component;
  }

  /** The configuration's section that chooses a plugin of this kind. */
  public String section() {
    return section;
  }

  /** The interface of its plugins, and the name of the file in {@code META-INF/services}. */
  public Class<?> service() {
    return service;
  }

  /** What the module of such a plugin must bind, as a singleton. */
  public Class<?> component() {
    return component;
  }
}
