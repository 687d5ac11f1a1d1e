package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.TextTriple;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;

/** Trainings that learn from a stored model. */
final class DistillationTest {
  private static final String SHORT = "training.epochs=3";

  @TempDir static Path directory;

  private static TinyTraining training;
  private static TrainingRun.Result teacher;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    teacher = training.train(directory.resolve("teacher"));
  }

  private static String named(Path... models) {
    return "distillation.teachers=" + List.of(models);
  }

  private static String taught() {
    return named(teacher.model().directory());
  }

  /** The pupil's encoder has other pieces, and no U-Net follows it. */
  @Test
  void aPupilOfAnotherEncoderLearnsFromATeacherWhichItsPackageAndItsStateName() throws Exception {
    Path tinyBert = Path.of(getClass().getResource("/tiny-bert/config.json").toURI()).getParent();
    Path output = directory.resolve("pupil");
    List<String> messages = new ArrayList<>();

    TrainingRun.Result pupil =
        TinyTraining.run(
            training.request(
                output,
                false,
                taught(),
                "distillation.weight=0.5",
                "encoder.transformer.weights=" + tinyBert,
                "encoder.transformer.fine-tuning=top-layers",
                "encoder.transformer.top-layers=1",
                "relunet.enabled=false"),
            messages);

    List<Double> losses = Metrics.of(output).details("distillationLoss");
    assertThat(losses).hasSize(64);
    assertThat(mean(losses.subList(56, 64))).isLessThan(mean(losses.subList(0, 8)) / 2);
    String version = teacher.model().version();
    assertThat(messages).contains("asking the teacher " + version + " about 30 texts, once");
    assertThat(pupil.model().provenance().teacherModels()).containsExactly(version);
    assertThat(pupil.model().provenance().configuration()).contains("weight: 0.5");
    assertThat(pupil.model().modelCardFile()).content().contains("what model " + version);
    assertThat(RunState.read(output.resolve("run.json")).inputs().settings())
        .containsEntry("distillation.teachers", version)
        .containsEntry("distillation.weight", "0.5");
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "checkpoints",
              "errors.jsonl",
              "events",
              "metrics.jsonl",
              "model",
              "run.json",
              "worst-texts.txt");
    }
  }

  @Test
  void allTeachersOfATrainingAreAskedAndNamed() throws IOException {
    TrainingRun.Result second =
        training.train(directory.resolve("second"), "training.epochs=1", "training.seed=7");
    Path output = directory.resolve("pupil-of-two");
    List<String> messages = new ArrayList<>();

    TrainingRun.Result pupil =
        TinyTraining.run(
            training.request(
                output,
                false,
                named(teacher.model().directory(), second.model().directory()),
                "training.epochs=1"),
            messages);

    List<String> versions = List.of(teacher.model().version(), second.model().version());
    assertThat(pupil.model().provenance().teacherModels()).isEqualTo(versions);
    assertThat(messages)
        .contains("asking the teacher " + versions.get(0) + " about 30 texts, once")
        .contains("asking the teacher " + versions.get(1) + " about 30 texts, once");
    assertThatThrownBy(() -> training.resume(output, taught(), "training.epochs=1"))
        .hasMessageContaining(
            "distillation.teachers: " + String.join(", ", versions) + " -> " + versions.get(0));
  }

  private static double mean(List<Double> losses) {
    return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  @Test
  void whereNobodyTeachesNothingOfItIsTold() throws IOException {
    Path output = directory.resolve("teacher");

    assertThat(Metrics.of(output).details("distillationLoss")).isEmpty();
    assertThat(teacher.model().provenance().teacherModels()).isEmpty();
    assertThat(RunState.read(output.resolve("run.json")).inputs().settings().keySet())
        .noneMatch(key -> key.startsWith("distillation."));
  }

  @Test
  void aTaughtTrainingIsResumedToTheSameBitsAndNotWithAnotherTeacher()
      throws IOException, InterruptedException {
    TrainingRun.Result whole = training.train(directory.resolve("whole"), taught(), SHORT);
    Path output = directory.resolve("killed");
    KilledTraining.run(training, output, 2, taught(), SHORT);

    TrainingRun.Result resumed = training.resume(output, taught(), SHORT);

    assertThat(StoredWeights.of(resumed.model())).isEqualTo(StoredWeights.of(whole.model()));
    assertThat(Metrics.of(output).losses())
        .isEqualTo(Metrics.of(directory.resolve("whole")).losses());
    assertThatThrownBy(() -> training.resume(output, named(whole.model().directory()), SHORT))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(
            "distillation.teachers: "
                + teacher.model().version()
                + " -> "
                + whole.model().version());
    assertThatThrownBy(() -> training.resume(output, SHORT))
        .hasMessageContaining("distillation.teachers: " + teacher.model().version() + " -> (none)");
  }

  @Test
  void aTeacherThatCanNotBeLoadedIsRefusedByItsKeyBeforeAnythingIsMade() {
    Path output = directory.resolve("refused");
    Path missing = directory.resolve("no-such-model");

    assertThatThrownBy(() -> training.train(output, named(missing)))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("distillation.teachers: " + missing + " can't be loaded: ")
        .hasMessageContaining("model " + missing);
    assertThat(output).doesNotExist();
  }

  @Test
  void aTeacherOfOtherRelationsIsRefusedWithWhatDiffers() throws IOException {
    Path output = directory.resolve("foreign");
    Path data =
        TinyTraining.data(
            directory.resolve("foreign.json"),
            List.of(
                new TinyTraining.Example(
                    "Anna left Acme .", List.of(new TextTriple("Anna", "leftJob", "Acme")))));

    assertThatThrownBy(
            () -> training.train(output, "data.train=" + data, "data.dev=" + data, taught()))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("distillation.teachers: " + teacher.model().directory())
        .hasMessageContaining(
            "only the teacher has 'basedIn', 'bornIn', 'worksFor'; only this training has 'leftJob'")
        .hasMessageContaining("data.relations");
    assertThat(output).doesNotExist();
  }

  @Test
  void aTextThatIsLongerThanTheTeacherTakesIsLearnedFromItsGoldTags() throws IOException {
    List<TinyTraining.Example> examples = new ArrayList<>(TinyTraining.examples());
    examples.add(
        new TinyTraining.Example(
            "today , ".repeat(30) + "Anna works for Acme .",
            List.of(new TextTriple("Anna", "worksFor", "Acme"))));
    Path data = TinyTraining.data(directory.resolve("long.json"), examples);
    List<String> messages = new ArrayList<>();

    TinyTraining.run(
        training.request(
            directory.resolve("long"),
            false,
            "data.train=" + data,
            taught(),
            "encoder.transformer.random.maximum-pieces=100",
            "training.epochs=1"),
        messages);

    assertThat(messages)
        .contains("  1 text is longer than the teacher takes: gold tags alone are learned");
  }
}
