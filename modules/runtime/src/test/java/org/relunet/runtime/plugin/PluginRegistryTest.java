package org.relunet.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.PluginChoice;
import org.relunet.runtime.plugin.TestPlugins.FlatParserPlugin;
import org.relunet.runtime.plugin.TestPlugins.NoSettings;
import org.relunet.runtime.plugin.TestPlugins.WidthSettings;

final class PluginRegistryTest {
  @TempDir Path directory;

  private PluginRegistry registry(Class<?>... parsers) throws IOException {
    try (URLClassLoader loader =
        new ServiceDirectory(directory).list(PluginKind.PARSER, parsers).loader()) {
      return PluginRegistry.load(loader);
    }
  }

  @Test
  void pluginsAreFoundByKindAndName() throws IOException {
    PluginRegistry registry = registry(FlatParserPlugin.class);

    assertThat(registry.names(PluginKind.PARSER)).contains("test-flat").isSorted();
    assertThat(registry.names(PluginKind.TOKENIZER)).doesNotContain("test-flat");
    assertThat(registry.settings(PluginKind.PARSER)).containsEntry("test-flat", NoSettings.class);
    assertThat(registry.plugin(PluginKind.PARSER, "test-flat"))
        .isInstanceOf(FlatParserPlugin.class);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
    PluginRegistry registry = registry(FlatParserPlugin.class);

    assertThatThrownBy(() -> registry.plugin(PluginKind.PARSER, "test-falt"))
        .isInstanceOf(PluginException.class)
        .hasMessageMatching(
            "unknown parser 'test-falt'; available: .*test-flat\\. Did you mean 'test-flat'\\?");
  }

  @Test
  void twoPluginsOfOneNameAreRefusedWithTheirOrigins() {
    assertThatThrownBy(() -> registry(FlatParserPlugin.class, FaultyPlugins.SecondFlat.class))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("two plugins are the parser 'test-flat': ")
        .hasMessageContaining(FlatParserPlugin.class.getName() + " in /")
        .hasMessageContaining(FaultyPlugins.SecondFlat.class.getName() + " in /");
  }

  @Test
  void allFaultsOfAClassPathAreToldAtOnce() throws IOException {
    ServiceDirectory services =
        new ServiceDirectory(directory)
            .list(
                PluginKind.PARSER,
                String.join(
                    "\n",
                    FaultyPlugins.Exploding.class.getName(),
                    "org.example.Absent",
                    FaultyPlugins.Shouting.class.getName(),
                    FaultyPlugins.Reserved.class.getName()))
            .list(PluginKind.TOKENIZER, FlatParserPlugin.class);
    try (URLClassLoader loader = services.loader()) {
      assertThatThrownBy(() -> PluginRegistry.load(loader))
          .isInstanceOf(PluginException.class)
          .hasMessageContaining("a plugin of the kind parser cannot be loaded: ")
          .hasMessageContaining("no licence")
          .hasMessageContaining("org.example.Absent")
          .hasMessageContaining("is named 'FLAT'; a name is lower-case words joined by dashes")
          .hasMessageContaining("is named 'plugin'")
          .hasMessageContaining("a plugin of the kind tokenizer cannot be loaded: ")
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(5));
    }
  }

  @Test
  void settingsOfAnotherPluginAreRefused() throws IOException {
    PluginRegistry registry = registry(FlatParserPlugin.class);
    PluginChoice choice = new PluginChoice("test-flat", new WidthSettings(3));

    assertThatThrownBy(() -> registry.module(PluginKind.PARSER, choice))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("the parser 'test-flat' takes ")
        .hasMessageEndingWith("not " + WidthSettings.class.getName());
  }
}
