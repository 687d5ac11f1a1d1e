package org.relunet.training.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.ModelPackage;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;

class ReproductionTest {
  @TempDir static Path directory;

  private static TinyTraining training;
  private static ModelPackage model;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    model = training.train(directory.resolve("run"), "training.epochs=3").model();
  }

  private static String vocabulary() {
    return "encoder.transformer.random.tokenizer=" + directory.resolve("vocabulary");
  }

  private static Reproduction.Result reproduce(ModelPackage of, String output, String... overrides)
      throws IOException {
    ClassLoader loader = ReproductionTest.class.getClassLoader();
    return new Reproduction(of, List.of(overrides), directory.resolve(output))
        .run(PluginRegistry.load(loader), loader, line -> {});
  }

  private static String data(Path file) {
    return "data.train=" + file;
  }

  private static String dev(Path file) {
    return "data.dev=" + file;
  }

  @Test
  void theSameDataGiveTheSameWeightsToTheBit() throws IOException {
    Reproduction.Result result =
        reproduce(
            model, "again", data(training.trainFile()), dev(training.trainFile()), vocabulary());

    assertThat(result.weights().parameters()).isGreaterThan(10);
    assertThat(result.weights()).matches(WeightDifference::none);
    assertThat(result.scores()).isEmpty();
    assertThat(result.otherVersions()).isEmpty();
    assertThat(result.same()).isTrue();
  }

  @Test
  void anotherSeedIsFound() throws IOException {
    Reproduction.Result result =
        reproduce(
            model,
            "seed",
            data(training.trainFile()),
            dev(training.trainFile()),
            vocabulary(),
            "training.seed=2");

    assertThat(result.weights().different()).isPositive();
    assertThat(result.weights().largest()).isPositive();
    assertThat(result.same()).isFalse();
  }

  @Test
  void otherDataAreRefusedBeforeAnythingIsTrained() throws IOException {
    Path other = TinyTraining.data(directory.resolve("other.json"), TinyTraining.manyExamples());

    assertThatThrownBy(
            () -> reproduce(model, "other", data(other), dev(training.trainFile()), vocabulary()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("these are not the data of " + model.version())
        .hasMessageContaining("data.train: the model was trained on train.json with the SHA-256 ");
    assertThat(directory.resolve("other")).doesNotExist();
  }

  @Test
  void filesOfTheTrainersMustBeNamed() {
    assertThatThrownBy(
            () ->
                reproduce(model, "unnamed", data(training.trainFile()), dev(training.trainFile())))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("name yours by --set")
        .hasMessageContaining("encoder.transformer.random.tokenizer was ");
  }

  @Test
  void aModelOfATrainingThatWasCutIsRefused() throws IOException {
    ModelPackage cut = training.train(directory.resolve("long"), "training.epochs=2").model();
    assertThatThrownBy(
            () ->
                reproduce(
                    cut,
                    "cut",
                    data(training.trainFile()),
                    dev(training.trainFile()),
                    vocabulary(),
                    "training.epochs=9"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(" was made after 2 of 9 epochs");
  }
}
