package org.relunet.contract.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.relunet.api.plugin.TokenizerPlugin;

/**
 * The tokenizer {@code splitting}, of which no build knows the class: its source is a resource, to
 * be compiled by a test, or copied by who begins a plugin.
 */
public final class ExamplePlugin {
  /** The name of its class. */
  public static final String CLASS = "org.example.SplittingPlugin";

  private static final String SOURCE = "SplittingPlugin.java";

  private ExamplePlugin() {}

  /**
   * Compiles it.
   *
   * @param directory where to put sources, classes and the jar
   * @return the jar
   */
  public static Path jar(Path directory) throws IOException {
    try (InputStream source = ExamplePlugin.class.getResourceAsStream(SOURCE)) {
      return new PluginJar(directory)
          .compile(CLASS, new String(source.readAllBytes(), StandardCharsets.UTF_8))
          .list(TokenizerPlugin.class, CLASS)
          .write();
    }
  }
}
