package org.relunet.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relunet.config.ConfigurationReader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.config.ReferenceRenderer;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.experiment.Experiment;
import org.relunet.training.experiment.ExperimentFile;

/** The files under {@code configs} say what the program understands. */
class ShippedConfigurationsTest {
  private static final Path CONFIGS = Path.of("..", "configs");
  private static final Path REFERENCE = CONFIGS.resolve("reference.yaml");

  private static ConfigurationSchema schema() {
    ClassLoader loader = ShippedConfigurationsTest.class.getClassLoader();
    return RelunetSchema.of(PluginRegistry.load(loader), loader);
  }

  static List<Path> files() throws IOException {
    return yaml(CONFIGS);
  }

  static List<Path> experiments() throws IOException {
    return yaml(CONFIGS.resolve("experiments"));
  }

  private static List<Path> yaml(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyShippedFileIsUnderstood(Path file) {
    assertThatCode(() -> new ConfigurationReader(schema()).file(file).read())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyRowOfEveryShippedExperimentIsUnderstood(Path file) {
    Experiment experiment = ExperimentFile.read(file);

    assertThat(experiment.rows())
        .allSatisfy(
            row ->
                new ConfigurationReader(schema())
                    .file(experiment.base())
                    .overrides(experiment.overrides(row, 1))
                    .read());
  }

  /** Run with -Drelunet.write-reference=true to write the file anew. */
  @Test
  void theReferenceShowsEveryKeyWithItsDefault() throws IOException {
    String rendered = ReferenceRenderer.render(schema());
    if (Boolean.getBoolean("relunet.write-reference")) {
      Files.writeString(REFERENCE, rendered);
    }

    assertThat(REFERENCE).hasContent(rendered);
  }

  @Test
  void theFileForExtractionShowsEveryKeyOfItsSection() throws IOException {
    assertThat(keys(CONFIGS.resolve("extract.yaml")))
        .isEqualTo(
            keys(REFERENCE).stream()
                .dropWhile(line -> !line.equals("extraction:"))
                .takeWhile(line -> line.startsWith(" ") || line.equals("extraction:"))
                // fitted for each model: a default in a user's file would undo it
                .filter(line -> !line.startsWith("  calibration-"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void theFilesNameSectionsThatTheReadmeHas(Path file) throws IOException {
    List<String> readme = Files.readAllLines(Path.of("..", "README.md"));

    assertThat(
            Pattern.compile("see \"([^\"]+)\" in the README")
                .matcher(Files.readString(file))
                .results()
                .map(named -> "## " + named.group(1)))
        .allSatisfy(heading -> assertThat(readme).contains(heading));
  }

  private static List<String> keys(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .toList();
  }
}
