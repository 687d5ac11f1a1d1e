package org.relunet.training.folds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingRequest.Beginning;
import org.relunet.training.evaluation.ErrorFiles;

/** Trainings by folds, and one of everything. */
final class CrossValidationTest {
  private static final int FOLDS = 3;
  private static final int TEXTS = 76;
  private static final String EPOCHS = "training.epochs=3";

  @TempDir static Path directory;

  private static Path whole;
  private static CrossValidation.Result result;

  @BeforeAll
  static void train() throws IOException {
    new TinyTraining(directory).write();
    TinyTraining.data(directory.resolve("many.json"), examples());
    whole = directory.resolve("whole");
    result = run(directory, whole, FOLDS, Beginning.ANEW, new ArrayList<>(), EPOCHS);
  }

  /** With one that can't be found, having been learned by no model that is asked. */
  private static List<TinyTraining.Example> examples() {
    List<TinyTraining.Example> examples = new ArrayList<>(TinyTraining.manyExamples());
    examples.add(
        new TinyTraining.Example(
            "Oslo , London and Rome .", List.of(new TextTriple("Rome", "worksFor", "London"))));
    return examples;
  }

  private static CrossValidation.Result run(
      Path root,
      Path output,
      int folds,
      Beginning beginning,
      List<String> messages,
      String... overrides)
      throws IOException {
    List<String> all =
        new ArrayList<>(List.of("data.train=" + root.resolve("many.json"), "data.dev="));
    all.addAll(List.of(overrides));
    return new CrossValidation(
            new TrainingRequest(
                new TinyTraining(root).configuration(all),
                output,
                "tiny",
                OptionalLong.empty(),
                beginning),
            folds,
            true,
            PluginRegistry.load(CrossValidationTest.class.getClassLoader()),
            messages::add)
        .run();
  }

  /** In a process of its own, to be killed. */
  public static void main(String[] arguments) throws IOException {
    run(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        FOLDS,
        Beginning.ANEW,
        new ArrayList<>(),
        EPOCHS);
  }

  @Test
  void everyTextIsScoredByAModelThatHasNotLearnedIt() throws IOException {
    List<String> heldOut = new ArrayList<>();
    List<TextErrors> errors = new ArrayList<>();
    for (int fold = 1; fold <= FOLDS; fold++) {
      Path each = whole.resolve("fold-" + fold);
      new CorpusReader()
          .read(each.resolve("dev.jsonl")).stream().map(AnnotatedText::text).forEach(heldOut::add);
      errors.addAll(ErrorFiles.read(each));
      assertThat(each.resolve("checkpoints")).doesNotExist();
      FoldResult done = new FoldDirectory(each).result().orElseThrow();
      assertThat(done.learned() + done.heldOut()).isEqualTo(TEXTS);
      assertThat(done.byEpoch()).hasSize(3);
      assertThat(done.score().f1())
          .isEqualTo(
              ModelPackage.open(each.resolve("model")).provenance().scores().get("dev exact F1"));
    }
    assertThat(heldOut)
        .containsExactlyInAnyOrderElementsOf(
            examples().stream().map(TinyTraining.Example::text).toList());
    assertThat(result.errors())
        .isEqualTo(TextErrors.worst(errors))
        .isEqualTo(ErrorFiles.read(whole));
    assertThat(result.errors()).extracting(TextErrors::text).contains("Oslo , London and Rome .");
    assertThat(whole.resolve(ErrorFiles.WORST))
        .content()
        .startsWith("texts with errors: ")
        .contains("missed  Rome | worksFor | London");
    assertThat(whole.resolve("folds.md")).hasContent(result.table());
    assertThat(whole.resolve("folds.json")).content().contains("\"medianBestEpoch\"", "\"means\"");
  }

  @Test
  void theModelOfAllTextsLearnsAsLongAsWasBestForTheFolds() throws IOException {
    Provenance provenance = result.model().orElseThrow().provenance();
    int median = Integer.parseInt(result.table().replaceAll("(?s).*?(\\d+) \\(median\\).*", "$1"));

    assertThat(provenance.epochs()).isEqualTo(median);
    assertThat(provenance.bestEpoch()).isEqualTo(median);
    assertThat(provenance.dataFiles()).extracting(DataFile::role).containsExactly("train");
    assertThat(provenance.scores()).containsKeys("3 folds exact F1, mean");
    assertThat(result.model().orElseThrow().modelCardFile()).content().contains("cross-validation");
    List<String> steps =
        Files.readAllLines(whole.resolve("metrics.jsonl")).stream()
            .filter(line -> line.contains("\"event\":\"step\""))
            .toList();
    assertThat(steps).hasSize(median * 19); // 76 texts in batches of 4
    // the rates are those that the folds had, planned for three epochs
    assertThat(steps.get(steps.size() - 1)).contains("\"rateFactor\":" + (median < 3 ? "0." : ""));
  }

  @Test
  void killedWithinAFoldItGoesOnThereToTheSameScores() throws Exception {
    Path output = directory.resolve("killed");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                CrossValidationTest.class.getName(),
                directory.toString(),
                output.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("killed.log").toFile())
            .start();
    Path metrics = output.resolve("fold-2/metrics.jsonl");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!Files.exists(metrics)
        || !Files.readString(metrics, UTF_8).contains("\"epoch\":2,\"sentences\"")) {
      assertThat(process.isAlive() && System.nanoTime() < end)
          .as(Files.readString(directory.resolve("killed.log")))
          .isTrue();
      Thread.sleep(20);
    }
    process.destroyForcibly().waitFor();

    assertThatThrownBy(
            () -> run(directory, output, FOLDS, Beginning.ANEW, new ArrayList<>(), EPOCHS))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith(output + " holds a training already");
    List<String> messages = new ArrayList<>();
    CrossValidation.Result resumed =
        run(directory, output, FOLDS, Beginning.RESUME, messages, EPOCHS);

    assertThat(messages)
        .contains("fold 1 of 3 is done", "fold 2 of 3", "fold 3 of 3")
        .anyMatch(line -> line.startsWith("resuming after epoch "));
    assertThat(resumed.table()).isEqualTo(result.table());
    assertThat(resumed.errors()).isEqualTo(result.errors());
  }

  @Test
  void whatIsDoneIsNotDoneAgainAndNotTakenForSomethingElse() throws IOException {
    List<String> messages = new ArrayList<>();

    assertThat(run(directory, whole, FOLDS, Beginning.RESUME, messages, EPOCHS).table())
        .isEqualTo(result.table());
    assertThat(messages)
        .contains("fold 3 of 3 is done")
        .noneMatch(line -> line.contains("parsing"));
    for (String other : List.of("training.epochs=4", "training.seed=2", "data.split-seed=2")) {
      assertThatThrownBy(
              () -> run(directory, whole, FOLDS, Beginning.RESUME, new ArrayList<>(), other))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("fold-1 holds a fold of another number of folds");
    }
    assertThatThrownBy(() -> run(directory, whole, 4, Beginning.RESUME, new ArrayList<>(), EPOCHS))
        .isInstanceOf(TrainingException.class);
  }

  @Test
  void whatCanNotBeDividedIsRefusedBeforeAnythingIsMade() {
    Path output = directory.resolve("refused");

    assertThatThrownBy(() -> run(directory, output, 8, Beginning.ANEW, new ArrayList<>()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("76 texts are too few for 8 folds");
    assertThatThrownBy(
            () ->
                run(
                    directory,
                    output,
                    3,
                    Beginning.ANEW,
                    new ArrayList<>(),
                    "data.dev=" + directory.resolve("many.json")))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("data.dev: --folds takes the texts to score on from data.train");
    assertThat(output).doesNotExist();
  }
}
