package org.relunet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.ExampleSchema.ConlluSettings;
import org.relunet.config.ExampleSchema.MaltSettings;
import org.relunet.config.ExampleSettings.Match;
import org.relunet.config.ExampleSettings.Stopping;
import org.relunet.config.problem.ConfigurationException;

final class ConfigurationReaderTest {
  private static ConfigurationReader reader() {
    return new ConfigurationReader(ExampleSchema.SCHEMA);
  }

  private static ExampleSettings training(Configuration configuration) {
    return configuration.section("training", ExampleSettings.class);
  }

  @Test
  void withoutALayerEverythingHasItsDefault() {
    Configuration configuration = reader().read();

    assertThat(training(configuration))
        .isEqualTo(
            new ExampleSettings(
                30,
                7,
                2e-4,
                false,
                "",
                Path.of("build/model"),
                Match.WHOLE_SPANS,
                List.of(16, 8),
                new Stopping(5, 0)));
    assertThat(configuration.plugin("parser"))
        .isEqualTo(new PluginChoice("malt", new MaltSettings("ewt", 2)));
  }

  @Test
  void everyTypeIsReadFromAFile(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("job.yaml"),
            """
            # a comment
            training:
              epochs: 12
              seed: 12345678901
              learning-rate: 1e-3
              resume: true
              run-name: "a: b"
              output: /tmp/x y
              match: last-words
              core-sizes:
                - 24
                - 12
              stopping: {patience: 3, gain: .5}
            parser:
              plugin: conllu
              conllu:
                file: trees.conllu
              malt:
                threads: 4
            """);

    Configuration configuration = reader().file(file).read();

    assertThat(training(configuration))
        .isEqualTo(
            new ExampleSettings(
                12,
                12345678901L,
                1e-3,
                true,
                "a: b",
                Path.of("/tmp/x y"),
                Match.LAST_WORDS,
                List.of(24, 12),
                new Stopping(3, 0.5)));
    assertThat(configuration.plugin("parser"))
        .isEqualTo(new PluginChoice("conllu", new ConlluSettings("trees.conllu")));
  }

  @Test
  void laterLayersWinKeyByKey() {
    Configuration configuration =
        reader()
            .text("model", "training: {epochs: 9, seed: 1, core-sizes: [4, 2], run-name: first}")
            .text("job", "training: {epochs: 10, core-sizes: [6], stopping: {gain: 1}}")
            .overrides(List.of("training.stopping.patience=2", "training.epochs=11"))
            .overrides(List.of("training.epochs=12", "parser.plugin=flat"))
            .read();

    ExampleSettings training = training(configuration);
    assertThat(training.epochs()).isEqualTo(12);
    assertThat(training.seed()).isEqualTo(1);
    assertThat(training.coreSizes()).containsExactly(6);
    assertThat(training.runName()).isEqualTo("first");
    assertThat(training.stopping()).isEqualTo(new Stopping(2, 1));
    assertThat(configuration.plugin("parser").name()).isEqualTo("flat");
  }

  @Test
  void overridesTakeScalarsListsAndTheEmptyText() {
    Configuration configuration =
        reader()
            .text("job", "training: {run-name: x}")
            .overrides(
                List.of(
                    "training.core-sizes=[32, 16]",
                    "training.run-name=",
                    "training.output=a=b",
                    "training.learning-rate=0.5"))
            .read();

    ExampleSettings training = training(configuration);
    assertThat(training.coreSizes()).containsExactly(32, 16);
    assertThat(training.runName()).isEmpty();
    assertThat(training.output()).isEqualTo(Path.of("a=b"));
    assertThat(training.learningRate()).isEqualTo(0.5);
  }

  @Test
  void overridesNeedNoQuotesForTheShellsSake() {
    for (String text : List.of("-", "- x", "a: b # c", "*x", "!x", "@", "%", "it's")) {
      Configuration configuration = reader().overrides(List.of("training.run-name=" + text)).read();

      assertThat(training(configuration).runName()).isEqualTo(text);
    }
    assertThat(training(reader().overrides(List.of("training.run-name=' x'")).read()).runName())
        .isEqualTo(" x");
  }

  @Test
  void anEmptyFileOrSectionIsAllDefaults(@TempDir Path directory) throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.yaml"), "");

    assertThat(reader().file(empty).text("t", "training:\n  # nothing\nparser:").read().toYaml())
        .isEqualTo(reader().read().toYaml());
  }

  @Test
  void aByteOrderMarkAndWindowsLinesAreRead() {
    assertThat(training(reader().text("t", "\uFEFFtraining:\r\n  epochs: 9\r\n").read()).epochs())
        .isEqualTo(9);
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path directory) throws IOException {
    Path latin = directory.resolve("latin.yaml");
    Files.write(latin, "training: {run-name: Zürich}".getBytes(StandardCharsets.ISO_8859_1));
    Path missing = directory.resolve("missing.yaml");

    assertThatThrownBy(() -> reader().file(latin).file(missing).file(directory).read())
        .hasMessageContaining(latin + ": the configuration file is not UTF-8 text")
        .hasMessageContaining(missing + ": there is no such configuration file")
        .hasMessageContaining(directory + ": the configuration file cannot be read");
  }

  @Test
  void askingForWhatTheSchemaLacksIsTheProgramsError() {
    Configuration configuration = reader().read();

    assertThatThrownBy(() -> configuration.section("trainin", ExampleSettings.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown section 'trainin'; available: parser, training");
    assertThatThrownBy(() -> configuration.plugin("training"))
        .hasMessageContaining("section 'training' holds a ExampleSettings, not a PluginChoice");
  }

  @Test
  void whatALayerSaysIsToldFromADefault() {
    ConfigurationReader silent = reader().text("job", "training:\n  epochs: 3\n");
    ConfigurationReader loud =
        reader()
            .text("job", "training:\n  resume: true\n")
            .overrides(List.of("training.resume=false"));

    assertThat(silent.given("training", "resume", Boolean.class)).isEmpty();
    assertThat(loud.given("training", "resume", Boolean.class)).contains(false);
    assertThat(reader().given("training", "resume", Boolean.class)).isEmpty();
    assertThatThrownBy(
            () ->
                reader()
                    .overrides(List.of("training.resume=perhaps"))
                    .given("training", "resume", Boolean.class))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("training.resume");
  }
}
