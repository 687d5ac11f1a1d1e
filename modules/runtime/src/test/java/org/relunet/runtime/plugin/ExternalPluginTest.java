package org.relunet.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.contract.plugin.ExamplePlugin;

/** A jar that this build knows nothing of: compiled here, found, configured and used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExternalPluginTest {
  private Path jar;

  @BeforeAll
  void compile(@TempDir Path directory) throws IOException {
    jar = ExamplePlugin.jar(directory);
  }

  private static Configuration configure(PluginRegistry registry, String... overrides) {
    ConfigurationSchema schema =
        ConfigurationSchema.builder()
            .plugins(
                "tokenizer",
                "Splits documents into sentences of tokens.",
                registry.settings(PluginKind.TOKENIZER),
                registry.names(PluginKind.TOKENIZER).get(0))
            .build();
    return new ConfigurationReader(schema).overrides(List.of(overrides)).read();
  }

  @Test
  void aPluginInAJarIsFoundChosenConfiguredAndUsed() throws IOException {
    try (URLClassLoader loader = loader()) {
      PluginRegistry registry = PluginRegistry.load(loader);
      Configuration configuration =
          configure(registry, "tokenizer.plugin=splitting", "tokenizer.splitting.separator=-");

      Injector injector =
          new PluginInjector(registry)
              .plugin(PluginKind.TOKENIZER, configuration.plugin("tokenizer"))
              .create();
      List<Sentence> sentences =
          injector.getInstance(Tokenizer.class).tokenize(new Document("d", "ab-cd ef"));
      assertThat(sentences).hasSize(1);
      assertThat(sentences.get(0).words()).containsExactly("ab", "cd ef");
    }
  }

  @Test
  void itsSettingsAreCheckedLikeAnyOthers() throws IOException {
    try (URLClassLoader loader = loader()) {
      PluginRegistry registry = PluginRegistry.load(loader);

      assertThatThrownBy(() -> configure(registry, "tokenizer.splitting.seperator=+"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Did you mean 'separator'?");
    }
  }

  @Test
  void withoutTheJarItIsUnknown() {
    PluginRegistry registry = PluginRegistry.load(ExternalPluginTest.class.getClassLoader());

    assertThatThrownBy(() -> registry.plugin(PluginKind.TOKENIZER, "splitting"))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("unknown tokenizer 'splitting'");
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ExternalPluginTest.class.getClassLoader());
  }
}
