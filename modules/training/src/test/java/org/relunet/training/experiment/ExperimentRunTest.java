package org.relunet.training.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.common.claim.Claim;
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
    messages.clear();
    return run(rows(rows), List.of(overrides), messages::add);
  }

  private Path rows(String rows) throws IOException {
    return Files.writeString(
        directory.resolve("rows.yaml"),
        "base: train.yaml\nseeds: [1]\nset: {training.epochs: 2}\nrows:\n" + rows);
  }

  private static String run(Path file, List<String> overrides, Consumer<String> messages)
      throws IOException {
    ClassLoader loader = ExperimentRunTest.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    return new ExperimentRun(
            ExperimentFile.read(file),
            file.resolveSibling("out"),
            overrides,
            registry,
            RelunetSchema.of(registry, loader),
            messages)
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
    List<String> csv = Files.readAllLines(directory.resolve("out/table.csv"));
    assertThat(csv).hasSize(3);
    // both files of the tiny training list the same triples
    assertThat(csv.get(1)).matches(".*,[01][.]\\d{4},0[.]0000");

    assertThat(run("  - name: RelU-Net\n" + CASREL)).isEqualTo(both);
    assertThat(messages).containsExactly("rows: 2 of 2 trainings are done");
  }

  @Test
  @SuppressWarnings("try") // the claim is held, not used
  void leavesToAnotherProcessWhatThatOneTrains() throws Exception {
    try (Closeable theirs =
        Claim.tryOn(directory.resolve("out/relu-net/seed-1.lock")).orElseThrow()) {
      String table = run("  - name: RelU-Net\n" + CASREL);

      assertThat(messages)
          .contains(
              "another process trains 'RelU-Net' with seed 1", "training 'CasRel' with seed 1");
      assertThat(table).contains("| RelU-Net | - |").contains("| CasRel |").contains("0 of 1");
    }
    assertThat(run("  - name: RelU-Net\n" + CASREL)).doesNotContain("0 of 1");
    assertThat(messages).contains("training 'RelU-Net' with seed 1");
  }

  @Test
  void twoProcessesShareTheTrainings() throws Exception {
    Path file = rows("  - name: RelU-Net\n" + CASREL);
    List<Process> both = List.of(process(file), process(file));
    for (Process process : both) {
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(err).isZero();
    }

    // each training was begun by one of them alone: its metrics tell of one start
    for (String row : List.of("relu-net", "casrel")) {
      Path metrics = directory.resolve("out").resolve(row).resolve("seed-1/metrics.jsonl");
      assertThat(Files.readAllLines(metrics))
          .filteredOn(line -> line.contains("\"start\""))
          .hasSize(1);
    }
    assertThat(directory.resolve("out/table.md")).content().doesNotContain("0 of 1");
  }

  /** {@link #main} in a process of its own. */
  private Process process(Path rows) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ExperimentRunTest.class.getName(),
            rows.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Runs the experiment of a file into the directory {@code out} beside it. */
  public static void main(String[] arguments) throws IOException {
    run(Path.of(arguments[0]), List.of(), message -> {});
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
