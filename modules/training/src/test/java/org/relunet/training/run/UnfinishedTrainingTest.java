package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.Engines;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;

/** What can be had of a training that did not come to its end, or is to have another one. */
final class UnfinishedTrainingTest {
  private static final String ENDLESS = "training.epochs=100000";
  private static final Random RANDOM = new Random();

  @TempDir static Path directory;

  private static TinyTraining training;

  @BeforeAll
  static void write() throws IOException {
    training = new TinyTraining(directory).write();
  }

  private static void assertExtracts(TrainingRun.Result result) {
    try (TripleEngine engine =
        Engines.load(
            new EngineSpecification(result.model().directory().toString(), List.of(), List.of()))) {
      assertThat(engine.extract(List.of(new Document("d", "Anna Bell was born in Rome ."))))
          .hasSize(1);
    }
  }

  @Test
  void aKilledTrainingBecomesAModelAndGoesOnAfterwards() throws IOException, InterruptedException {
    Path output = directory.resolve("killed");
    try (KilledTraining running = KilledTraining.start(training, output, ENDLESS)) {
      running.awaitEpoch(2);
      Thread.sleep(RANDOM.nextInt(500)); // the moment is to be any
    }
    Path state = output.resolve("run.json");
    byte[] before = Files.readAllBytes(state);
    byte[] metrics = Files.readAllBytes(output.resolve("metrics.jsonl"));

    TrainingRun.Result result = training.finish(output, ENDLESS);

    assertExtracts(result);
    RunState stopped = RunState.read(state);
    assertThat(result.model().provenance().epochs()).isEqualTo(stopped.epochsDone());
    assertThat(result.model().provenance().bestEpoch()).isEqualTo(stopped.bestEpoch());
    assertThat(result.development().overall().score().f1()).isEqualTo(stopped.bestScore());
    assertThat(Files.readAllBytes(state)).isEqualTo(before);
    assertThat(Files.readAllBytes(output.resolve("metrics.jsonl"))).isEqualTo(metrics);

    int more = stopped.epochsDone() + 1;
    List<String> messages = new ArrayList<>();
    TrainingRun.Result longer =
        TinyTraining.run(training.request(output, true, "training.epochs=" + more), messages);

    assertThat(messages)
        .contains("other length than before: training.epochs: 100000 -> " + more)
        .anyMatch(line -> line.startsWith("the learning rate falls over " + 8 * more + " steps"));
    assertThat(longer.model().provenance().epochs()).isEqualTo(more);
    assertThat(RunState.read(state).finished()).isTrue();
  }

  @Test
  void besideARunningTrainingModelsAreMadeAndNoOtherTrainingBegins()
      throws IOException, InterruptedException {
    Path output = directory.resolve("running");
    try (KilledTraining running = KilledTraining.start(training, output, ENDLESS)) {
      for (int epoch = 2; epoch <= 4; epoch++) {
        running.awaitEpoch(epoch);

        TrainingRun.Result result = training.finish(output, ENDLESS);

        assertExtracts(result);
        assertThat(result.model().provenance().epochs()).isGreaterThanOrEqualTo(epoch - 1);
      }
      assertThatThrownBy(() -> training.resume(output, ENDLESS))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("another process trains in " + output);
      int done = RunState.read(output.resolve("run.json")).epochsDone();
      running.awaitEpoch(done + 2);
      assertThat(running.isRunning()).isTrue();
    }
  }

  @Test
  void aFinishedTrainingGoesOnToMoreEpochs() throws IOException {
    Path output = directory.resolve("longer");
    training.train(output, "training.epochs=2");

    TrainingRun.Result result = training.resume(output, "training.epochs=3");

    assertThat(result.model().provenance().epochs()).isEqualTo(3);
    assertThat(Metrics.of(output).evaluatedEpochs()).containsExactly(1, 2, 3);
    assertThat(training.resume(output, "training.epochs=2").model().provenance().epochs())
        .as("what is done is not undone")
        .isEqualTo(3);
  }

  @Test
  void ofNothingNoModelIsMade() throws IOException {
    Path output = directory.resolve("nothing");
    assertThatThrownBy(() -> training.finish(output))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(output + " holds no training")
        .hasMessageContaining("nothing to make a model of");
    assertThat(output).doesNotExist();

    training.train(output, "training.epochs=1");
    assertThatThrownBy(() -> training.finish(output, "training.seed=2"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("training.seed: 1 -> 2");
  }
}
