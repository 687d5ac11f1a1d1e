package org.relunet.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.config.PluginChoice;
import org.relunet.runtime.plugin.TestPlugins.FlatParser;
import org.relunet.runtime.plugin.TestPlugins.NoSettings;
import org.relunet.runtime.plugin.TestPlugins.WidthSettings;

final class PluginInjectorTest {
  @TempDir Path directory;

  private PluginInjector injector(Class<?>... parsers) throws IOException {
    ServiceDirectory services =
        new ServiceDirectory(directory)
            .list(PluginKind.TOKENIZER, TestPlugins.SilentTokenizerPlugin.class)
            .list(PluginKind.PARSER, parsers)
            .list(PluginKind.ENCODER, TestPlugins.FixedEncoderPlugin.class)
            .list(PluginKind.EXTRACTOR, TestPlugins.SchemaExtractorPlugin.class);
    try (URLClassLoader loader = services.loader()) {
      return new PluginInjector(PluginRegistry.load(loader));
    }
  }

  private static PluginChoice choice(String name) {
    return new PluginChoice(name, new NoSettings());
  }

  @Test
  void fourPluginsAndFurtherModulesMakeOneInjector() throws IOException {
    RelationSchema schema = new RelationSchema(List.of("capital"));

    Injector injector =
        injector(TestPlugins.FlatParserPlugin.class)
            .plugin(PluginKind.TOKENIZER, choice("test-silent"))
            .plugin(PluginKind.PARSER, choice("test-flat"))
            .plugin(PluginKind.ENCODER, new PluginChoice("test-fixed", new WidthSettings(5)))
            .plugin(PluginKind.EXTRACTOR, choice("test-schema"))
            .module(binder -> binder.bind(RelationSchema.class).toInstance(schema))
            .create();

    assertThat(injector.getInstance(Encoder.class).width()).isEqualTo(5);
    assertThat(injector.getInstance(Extractor.class).schema()).isSameAs(schema);
    assertThat(injector.getInstance(Parser.class))
        .isInstanceOf(FlatParser.class)
        .isSameAs(injector.getInstance(Parser.class));
  }

  @Test
  void aTokenizerAndAParserAreEnough() throws IOException {
    Injector injector =
        injector(TestPlugins.FlatParserPlugin.class)
            .plugin(PluginKind.TOKENIZER, choice("test-silent"))
            .plugin(PluginKind.PARSER, choice("test-flat"))
            .create();

    assertThat(injector.getInstance(Tokenizer.class)).isNotNull();
    assertThatThrownBy(() -> injector.getInstance(Encoder.class))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void whatNoModuleBindsIsNotMadeUp() throws IOException {
    Injector injector = injector(TestPlugins.FlatParserPlugin.class).create();

    assertThatThrownBy(() -> injector.getInstance(FlatParser.class))
        .hasMessageContaining("Explicit bindings are required");
    PluginInjector implicit =
        injector(FaultyPlugins.Implicit.class).plugin(PluginKind.PARSER, choice("implicit"));
    assertThatThrownBy(implicit::create)
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("cannot start parser 'implicit':\n")
        .hasMessageContaining("Explicit bindings are required");
  }

  @Test
  void aPluginMustBindItsComponent() throws IOException {
    PluginInjector injector = injector(FaultyPlugins.Unbound.class);

    assertThatThrownBy(() -> injector.plugin(PluginKind.PARSER, choice("unbound")))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "the module of the parser 'unbound' does not bind org.relunet.api.plugin.Parser");
  }

  @Test
  void aComponentMustBeASingleton() throws IOException {
    PluginInjector injector =
        injector(FaultyPlugins.Unscoped.class).plugin(PluginKind.PARSER, choice("unscoped"));

    assertThatThrownBy(injector::create)
        .isInstanceOf(PluginException.class)
        .hasMessage("the module of the parser 'unscoped' must bind Parser in the scope Singleton");
  }

  @Test
  void aFailureToStartIsToldInThePluginsOwnWords() throws IOException {
    PluginInjector injector =
        injector(FaultyPlugins.Modelless.class).plugin(PluginKind.PARSER, choice("modelless"));

    assertThatThrownBy(injector::create)
        .isInstanceOf(PluginException.class)
        .hasMessage("cannot start parser 'modelless':\nthe model english.mco is missing");
  }

  @Test
  void aRelationSchemaThatNobodyBindsIsNamed() throws IOException {
    PluginInjector injector =
        injector(TestPlugins.FlatParserPlugin.class)
            .plugin(PluginKind.EXTRACTOR, choice("test-schema"));

    assertThatThrownBy(injector::create)
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("RelationSchema");
  }

  @Test
  void aKindIsChosenOnce() throws IOException {
    PluginInjector injector =
        injector(TestPlugins.FlatParserPlugin.class).plugin(PluginKind.PARSER, choice("test-flat"));

    assertThatThrownBy(() -> injector.plugin(PluginKind.PARSER, choice("test-flat")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two choices of the parser");
  }
}
