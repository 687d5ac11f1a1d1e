package org.relunet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations written as YAML. */
final class ConfigurationTextTest {
  private static Configuration read(String yaml) {
    return new ConfigurationReader(ExampleSchema.SCHEMA).text("text", yaml).read();
  }

  @Test
  void everyValueIsWrittenInTheSchemasOrder() {
    assertThat(read("training: {core-sizes: [], learning-rate: 3e-13, stopping: {gain: 5}}"))
        .hasToString(
            """
            parser:
              plugin: malt
              malt:
                model: ewt
                threads: 2
            training:
              epochs: 30
              seed: 7
              learning-rate: 3.0e-13
              resume: false
              run-name: ""
              output: build/model
              match: whole-spans
              core-sizes: []
              stopping:
                patience: 5
                gain: 5.0
            """);
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    String yaml =
        read("training: {epochs: 8, core-sizes: [4, 2]}\nparser: {plugin: flat, flat: {}}")
            .toYaml();

    assertThat(yaml).contains("plugin: flat\n  flat: {}\n");
    assertThat(read(yaml).toYaml()).isEqualTo(yaml);
  }

  @Test
  void someValuesCanBeExchanged() {
    Configuration before = read("training: {epochs: 8}\nparser: {malt: {model: gum}}");
    Configuration after = before.with(List.of("parser.malt.threads=3", "training.seed=9"));

    assertThat(after)
        .hasToString(
            before.toYaml().replace("threads: 2", "threads: 3").replace("seed: 7", "seed: 9"));
    assertThat(before.toYaml()).contains("threads: 2");
    assertThatThrownBy(() -> before.with(List.of("parser.malt.threads=0")))
        .hasMessageContaining("parser.malt.threads");
  }

  @Test
  void valuesGoByTheFullNamesOfTheirKeysToo() {
    Configuration configuration = read("training: {core-sizes: [4, 2], stopping: {gain: 5}}");

    assertThat(configuration.toMap(List.of("training")))
        .containsEntry("training.core-sizes", "[4, 2]")
        .containsEntry("training.stopping.gain", "5.0")
        .doesNotContainKey("parser.plugin");
    assertThat(configuration.toMap(List.of("parser")).keySet())
        .containsExactly("parser.plugin", "parser.malt.model", "parser.malt.threads");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "true",
        "null",
        "~",
        "yes",
        " a ",
        "a: b",
        "a #b",
        "#",
        "- a",
        "*x",
        "&x",
        "!x",
        "@",
        "\"q\"",
        "it's",
        "back\\slash",
        "two\nlines\r\n",
        "tab\there",
        "\u0001\u0085\uFEFF\u2028",
        "é 😀 مرحبا",
        "[a]",
        "{a}",
        "a,b",
        "%x",
        "a:",
        "1e3",
        ".5",
        "-",
        "a b  c",
        "/x/y z.txt"
      })
  void everyTextReadsBackAsItWas(String text) {
    ExampleSettings settings =
        new ExampleSettings(
            30,
            1,
            Double.MIN_VALUE,
            true,
            text,
            java.nio.file.Path.of("x"),
            ExampleSettings.Match.LAST_WORDS,
            List.of(1),
            new ExampleSettings.Stopping(1, 1e22));
    Configuration configuration =
        new Configuration(
            ExampleSchema.SCHEMA,
            java.util.Map.of(
                "training",
                settings,
                "parser",
                new PluginChoice("malt", new ExampleSchema.MaltSettings(text, 1))));

    Configuration again = read(configuration.toYaml());

    assertThat(again.section("training", ExampleSettings.class)).isEqualTo(settings);
    assertThat(again.plugin("parser")).isEqualTo(configuration.plugin("parser"));
  }

  @Test
  void chosenSectionsAreWrittenAlone() {
    Configuration configuration = read("");

    assertThat(configuration.toYaml(List.of("parser")))
        .isEqualTo("parser:\n  plugin: malt\n  malt:\n    model: ewt\n    threads: 2\n");
    assertThatThrownBy(() -> configuration.toYaml(List.of("parsr")))
        .hasMessageContaining("Did you mean 'parser'?");
  }
}
