package org.relunet.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;

class ExperimentRunTest {
  @TempDir Path directory;

  private final List<String> messages = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    new TinyTraining(directory).write().configurationFile();
  }

  private String run(String rows, String... overrides) throws IOException {
    ClassLoader loader = ExperimentRunTest.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    Path file =
        Files.writeString(
            directory.resolve("rows.yaml"),
            "base: train.yaml\nseeds: [1]\nset: {training.epochs: 2}\nrows:\n" + rows);
    messages.clear();
    return new ExperimentRun(
            ExperimentFile.read(file),
            directory.resolve("out"),
            List.of(overrides),
            registry,
            RelunetSchema.of(registry, loader),
            messages::add)
        .run();
  }

  private static final String CASREL = "  - {name: CasRel, set: {relunet.enabled: false}}\n";

  @Test
  void trainsWhatIsMissingAndKeepsTheTables() throws IOException {
    String first = run(CASREL);
    assertThat(first).contains("| CasRel |").contains("1 of 1").contains("casrel-");

    String both = run("  - name: RelU-Net\n" + CASREL);
    assertThat(messages).contains("rows: 1 of 2 trainings are done");
    assertThat(messages).filteredOn(line -> line.startsWith("training '")).hasSize(1);
    assertThat(both).contains(first.lines().skip(2).findFirst().orElseThrow());
    assertThat(directory.resolve("out/table.md")).hasContent(both);
    assertThat(Files.readAllLines(directory.resolve("out/table.csv"))).hasSize(3);

    assertThat(run("  - name: RelU-Net\n" + CASREL)).isEqualTo(both);
    assertThat(messages).containsExactly("rows: 2 of 2 trainings are done");
  }

  @Test
  void refusesRowsThatWereTrainedWithOtherSettings() throws IOException {
    run(CASREL);
    assertThatThrownBy(() -> run(CASREL, "training.head-learning-rate=0.02"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("the row 'CasRel' was trained with other settings");
  }

  @Test
  void refusesAWrongKeyBeforeAnythingIsTrained() {
    assertThatThrownBy(() -> run(CASREL + "  - {name: wrong, set: {relunet.enabeld: true}}\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("enabeld");
    assertThat(directory.resolve("out")).doesNotExist();
  }
}
