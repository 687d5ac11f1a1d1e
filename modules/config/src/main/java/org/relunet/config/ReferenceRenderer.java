package org.relunet.config;

import org.relunet.config.rendering.ReferenceWriter;

/** Renders the commented reference of a schema: itself a configuration, that of the defaults. */
public final class ReferenceRenderer {
  private static final String INTRODUCTION =
      """
      Every key of the configuration, with its default. A key that a configuration leaves out keeps \
      its default, so a configuration of your own holds only what differs. An unknown key is an error.
      Any key can be set on the command line as well: --set section.key=value.
      """;

  private ReferenceRenderer() {}

  /** YAML with every key, its help, what it may be, its unit and its default; deterministic. */
  public static String render(ConfigurationSchema schema) {
    return ReferenceWriter.write(INTRODUCTION, schema.root());
  }
}
