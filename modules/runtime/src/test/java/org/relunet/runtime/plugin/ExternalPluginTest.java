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

/** A jar that this build knows nothing of: compiled here, found, configured and used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExternalPluginTest {
  private static final String SOURCE =
      """
      package org.example;

      import com.google.inject.Module;
      import java.util.ArrayList;
      import java.util.List;
      import org.relunet.api.plugin.Tokenizer;
      import org.relunet.api.plugin.TokenizerPlugin;
      import org.relunet.api.setting.Setting;
      import org.relunet.api.text.CharacterSpan;
      import org.relunet.api.text.Document;
      import org.relunet.api.text.Sentence;
      import org.relunet.api.text.Token;

      public final class SplittingPlugin implements TokenizerPlugin<SplittingPlugin.Settings> {
        record Settings(
            @Setting(help = "What parts two words.", defaultValue = "' '") String separator) {}

        @Override
        public String name() {
          return "splitting";
        }

        @Override
        public Class<Settings> settings() {
          return Settings.class;
        }

        @Override
        public Module module(Settings settings) {
          Tokenizer tokenizer =
              new Tokenizer() {
                @Override
                public List<Sentence> tokenize(Document document) {
                  return split(document, settings.separator());
                }

                @Override
                public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
                  return words.isEmpty()
                      ? List.of()
                      : List.of(
                          sentence(
                              document,
                              words.stream().map(span -> token(document, span)).toList()));
                }
              };
          return binder -> binder.bind(Tokenizer.class).toInstance(tokenizer);
        }

        private static List<Sentence> split(Document document, String separator) {
          List<Token> tokens = new ArrayList<>();
          int start = 0;
          for (String word : document.text().split(separator)) {
            CharacterSpan span = new CharacterSpan(start, start + word.length());
            tokens.add(token(document, span));
            start = span.end() + separator.length();
          }
          return List.of(sentence(document, tokens));
        }

        private static Token token(Document document, CharacterSpan span) {
          String word = document.text().substring(span.start(), span.end());
          return new Token(word, span, Token.NO_TAG);
        }

        private static Sentence sentence(Document document, List<Token> tokens) {
          return new Sentence(new CharacterSpan(0, document.text().length()), tokens);
        }
      }
      """;

  private Path jar;

  @BeforeAll
  void compile(@TempDir Path directory) throws IOException {
    jar =
        new PluginJar(directory)
            .compile("org.example.SplittingPlugin", SOURCE)
            .list(PluginKind.TOKENIZER, "org.example.SplittingPlugin")
            .write();
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
