package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;

/** A training that is interrupted, repeated or gone on with. */
final class ReproducibilityTest {
  private static final String SHORT = "training.epochs=5";
  private static final int STEPS = 5 * 8;

  @TempDir static Path directory;

  private static TinyTraining training;
  private static Path uninterrupted;
  private static TrainingRun.Result result;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    uninterrupted = directory.resolve("uninterrupted");
    result = training.train(uninterrupted, SHORT);
  }

  @Test
  void theSameSeedGivesTheSameBits() throws IOException {
    Path output = directory.resolve("again");

    TrainingRun.Result again = training.train(output, SHORT);

    assertThat(StoredWeights.of(again.model())).isEqualTo(StoredWeights.of(result.model()));
    assertThat(Metrics.of(output).losses()).isEqualTo(Metrics.of(uninterrupted).losses());
    assertThat(again.development()).isEqualTo(result.development());
  }

  @Test
  void anotherSeedGivesAnotherModel() throws IOException {
    Path output = directory.resolve("other");

    TrainingRun.Result other = training.train(output, "training.epochs=1", "training.seed=2");

    assertThat(StoredWeights.of(other.model())).isNotEqualTo(StoredWeights.of(result.model()));
    assertThat(Metrics.of(output).losses().get(0))
        .isNotEqualTo(Metrics.of(uninterrupted).losses().get(0));
  }

  @Test
  void averagesChangeWhatIsStoredAndNotHowItLearns() throws IOException {
    Path output = directory.resolve("plain");

    TrainingRun.Result plain = training.train(output, SHORT, "training.average-decay=0");

    assertThat(Metrics.of(output).losses()).isEqualTo(Metrics.of(uninterrupted).losses());
    assertThat(StoredWeights.of(plain.model())).isNotEqualTo(StoredWeights.of(result.model()));
  }

  @Test
  void aKilledTrainingIsResumedToTheSameBits() throws IOException, InterruptedException {
    Path output = directory.resolve("killed");
    KilledTraining.run(training, output, 3, SHORT);
    assertThat(output.resolve("model")).doesNotExist();
    RunState state = RunState.read(output.resolve("run.json"));
    assertThat(state.epochsDone()).isBetween(2, 4);

    List<String> messages = new ArrayList<>();
    TrainingRun.Result resumed = TinyTraining.run(training.request(output, true, SHORT), messages);

    assertThat(messages).contains("resuming after epoch " + state.epochsDone());
    assertThat(StoredWeights.of(resumed.model())).isEqualTo(StoredWeights.of(result.model()));
    Metrics metrics = Metrics.of(output);
    assertThat(metrics.steps())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, STEPS).boxed().toList());
    assertThat(metrics.evaluatedEpochs()).containsExactly(1, 2, 3, 4, 5);
    assertThat(metrics.losses()).isEqualTo(Metrics.of(uninterrupted).losses());
    assertThat(metrics.scores()).isEqualTo(Metrics.of(uninterrupted).scores());
    assertThat(resumed.model().provenance().started().toString()).isEqualTo(state.started());
    assertThat(names(output)).isEqualTo(names(uninterrupted));
  }

  /** Frozen layers are computed anew by each process; two threads share what one operation sums. */
  @Test
  void withTwoThreadsAndFrozenLayersTheBitsAreTheSameToo() throws Exception {
    Path tinyBert = Path.of(getClass().getResource("/tiny-bert/config.json").toURI()).getParent();
    String[] settings = {
      "encoder.transformer.weights=" + tinyBert,
      "encoder.transformer.fine-tuning=top-layers",
      "encoder.transformer.top-layers=1",
      "session.intra-op-threads=2",
      "training.epochs=4"
    };
    TrainingRun.Result whole = training.train(directory.resolve("frozen"), settings);
    Path output = directory.resolve("frozen-killed");
    KilledTraining.run(training, output, 2, settings);
    assertThat(output.resolve("model")).doesNotExist();
    assertThat(RunState.read(output.resolve("run.json")).epochsDone()).isBetween(1, 3);

    TrainingRun.Result resumed = training.resume(output, settings);

    assertThat(StoredWeights.of(resumed.model())).isEqualTo(StoredWeights.of(whole.model()));
    // the best epoch may be one before the kill; the last one is not
    String last = "checkpoints/epoch-4.data-00000-of-00001";
    assertThat(output.resolve(last))
        .hasSameBinaryContentAs(directory.resolve("frozen").resolve(last));
    assertThat(Metrics.of(output).losses())
        .isEqualTo(Metrics.of(directory.resolve("frozen")).losses());
    assertThat(Metrics.of(output).scores())
        .isEqualTo(Metrics.of(directory.resolve("frozen")).scores());
  }

  /** But for the names of event files, which have times in them. */
  private static List<String> names(Path output) throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      return files
          .map(file -> output.relativize(file).toString())
          .filter(name -> !name.startsWith("events/"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFinishedTrainingIsNotTrainedAnyMore() throws IOException {
    byte[] metrics = Files.readAllBytes(uninterrupted.resolve("metrics.jsonl"));

    TrainingRun.Result again = training.resume(uninterrupted, SHORT);

    assertThat(StoredWeights.of(again.model())).isEqualTo(StoredWeights.of(result.model()));
    assertThat(again.development()).isEqualTo(result.development());
    assertThat(Files.readAllBytes(uninterrupted.resolve("metrics.jsonl"))).isEqualTo(metrics);
  }

  @Test
  void aFinishedTrainingIsPackagedAnewAsIsAskedFor() throws IOException {
    Path output = directory.resolve("packaged-anew");
    TrainingRun.Result first = training.train(output, "training.epochs=1");
    byte[] weights = StoredWeights.of(first.model());
    byte[] metrics = Files.readAllBytes(output.resolve("metrics.jsonl"));

    TrainingRun.Result again =
        training.resume(
            output, "training.epochs=1", "training.storage=byte", "training.choose-threshold=true");

    // hardly trained: half as probable is asking much of a tag
    assertThat(again.model().provenance().chosenSettings()).isNotEmpty();
    assertThat(again.development().overall().score().f1())
        .isGreaterThan(first.development().overall().score().f1());
    assertThat(StoredWeights.of(again.model())).hasSizeLessThan(weights.length / 2);
    assertThat(Files.readAllBytes(output.resolve("metrics.jsonl"))).isEqualTo(metrics);
  }

  @Test
  void aUsedOutputIsNotOverwritten() {
    assertThatThrownBy(() -> training.train(uninterrupted, SHORT))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(uninterrupted.toString())
        .hasMessageContaining("holds a training already")
        .hasMessageContaining("--resume");
  }

  @Test
  void anotherConfigurationCanNotBeResumedAndIsToldByItsKeys() {
    assertThatThrownBy(
            () -> training.resume(uninterrupted, "training.epochs=6", "relunet.skip=concat"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(uninterrupted.toString())
        .hasMessageContaining("another configuration or other data")
        .hasMessageContaining("\n  relunet.skip: add -> concat\n")
        .hasMessageContaining("What may change is training.epochs, training.patience, --max-steps")
        .hasMessageNotContaining("5 -> 6");
  }

  @Test
  void aTrainingFromBeforeAKeyWasThereGoesOnWithItsDefault() throws IOException {
    Path output = directory.resolve("older");
    training.train(output, "training.epochs=1");
    Path state = output.resolve("run.json");
    Files.writeString(
        state, Files.readString(state).replaceAll(" *\"training\\.layer-decay\" : [^\n]*\n", ""));
    assertThat(state).content().doesNotContain("layer-decay").contains("training.decay");

    assertThat(training.resume(output, "training.epochs=1")).isNotNull();
    assertThatThrownBy(
            () -> training.resume(output, "training.epochs=1", "training.layer-decay=0.5"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("\n  training.layer-decay: 1.0 -> 0.5\n");
  }

  @Test
  void otherDataCanNotBeResumedButDataThatWasMovedCan() throws IOException {
    Path moved = Files.copy(training.trainFile(), directory.resolve("moved.json"));
    assertThat(training.resume(uninterrupted, SHORT, "data.train=" + moved)).isNotNull();

    TinyTraining.data(moved, TinyTraining.examples().subList(0, 29));
    assertThatThrownBy(() -> training.resume(uninterrupted, SHORT, "data.train=" + moved))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("\n  data.train: train.json (")
        .hasMessageContaining(" -> moved.json (");
  }

  @Test
  void aTrainingMayGoOnWithOtherThreadsWhichIsTold() throws IOException {
    List<String> messages = new ArrayList<>();

    TinyTraining.run(
        training.request(uninterrupted, true, SHORT, "session.intra-op-threads=2"), messages);

    assertThat(messages)
        .contains(
            "other threads than before, so the last bits of the result may differ:"
                + " session.intra-op-threads: 1 -> 2");
  }

  @Test
  void whereNothingIsToBeResumedATrainingBegins() throws IOException {
    List<String> messages = new ArrayList<>();
    Path output = directory.resolve("nothing");

    TinyTraining.run(training.request(output, true, "training.epochs=1"), messages);

    assertThat(messages).contains("nothing to resume in " + output + ": starting anew");
    assertThat(Metrics.of(output).steps()).hasSize(8);
  }

  @Test
  void aStateThatIsNoneIsNamed() throws IOException {
    Path output = Files.createDirectory(directory.resolve("broken"));
    Files.writeString(output.resolve("run.json"), "{\"fingerprint\":");

    assertThatThrownBy(() -> training.resume(output, SHORT))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(output.resolve("run.json") + " is not the state of a training");

    Files.writeString(output.resolve("run.json"), "{\"fingerprint\": \"1f\"}");
    assertThatThrownBy(() -> training.resume(output, SHORT))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("was written by an earlier version");
  }
}
