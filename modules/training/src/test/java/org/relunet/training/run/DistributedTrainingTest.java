package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;
import org.relunet.training.distributed.TrainingWorker;
import org.relunet.training.distributed.WorkerLauncher;
import org.relunet.training.distributed.WorkerSpecification;

/** Two workers on tiny data; each epoch has 4 steps of each, in 2 rounds. */
final class DistributedTrainingTest {
  private static final String[] TWO = {
    "training.distributed.workers=2",
    "training.distributed.local-steps=2",
    "training.distributed.outer-momentum=0.5",
    "training.epochs=8"
  };

  @TempDir static Path directory;

  private static TinyTraining training;
  private static Path undisturbed;
  private static TrainingRun.Result result;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    undisturbed = directory.resolve("undisturbed");
    result = training.train(undisturbed, TWO);
  }

  @Test
  void twoWorkersLearnIt() throws IOException {
    assertThat(result.development().overall().score().f1()).isGreaterThan(0.9);
    assertThat(Metrics.of(undisturbed).steps()).startsWith(2, 4, 6).hasSize(16).endsWith(32);
  }

  @Test
  void everyRoundTellsBytesAndSeconds() throws IOException {
    Metrics metrics = Metrics.of(undisturbed);

    assertThat(metrics.details("communicationBytes")).hasSize(16).allMatch(bytes -> bytes > 10_000);
    assertThat(metrics.details("communicationSeconds"))
        .hasSize(16)
        .allMatch(seconds -> seconds > 0);
    assertThat(metrics.details("roundSeconds")).hasSize(16).allMatch(seconds -> seconds > 0);
    assertThat(metrics.scores("communicationBytes")).hasSize(8);
  }

  @Test
  void oneWorkerGivesTheBitsOfPlainTraining() throws IOException {
    TrainingRun.Result plain = training.train(directory.resolve("plain"), "training.epochs=2");
    TrainingRun.Result one =
        training.train(
            directory.resolve("one"),
            "training.epochs=2",
            "training.distributed.workers=1",
            "training.distributed.local-steps=3",
            "training.distributed.outer-momentum=0.4");

    assertThat(StoredWeights.of(one.model())).isEqualTo(StoredWeights.of(plain.model()));
    assertThat(Metrics.of(directory.resolve("one")).losses())
        .isEqualTo(Metrics.of(directory.resolve("plain")).losses());
  }

  /** Starts workers of which one dies in the middle of a round, and another takes its place. */
  private static final class Dying implements WorkerLauncher {
    private final AtomicInteger deaths = new AtomicInteger();

    @Override
    public Running start(List<WorkerSpecification> workers) {
      ExecutorService threads = Executors.newCachedThreadPool();
      workers.forEach(worker -> threads.execute(() -> run(worker)));
      return new Running() {
        @Override
        public void requireRunning() {}

        @Override
        public void close() {
          threads.shutdown();
        }
      };
    }

    private void run(WorkerSpecification specification) {
      ClassLoader loader = TinyTraining.class.getClassLoader();
      TrainingWorker worker =
          new TrainingWorker(
              specification,
              PluginRegistry.load(loader),
              loader,
              line -> {},
              (number, round, step) -> {
                if (number == 1 && step == 10 && deaths.getAndIncrement() == 0) {
                  throw new IllegalStateException("killed after the first step of round " + round);
                }
              });
      try {
        worker.run();
      } catch (IllegalStateException e) {
        run(specification);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aWorkerThatDiesInARoundCostsNoMoreThanThatRound() throws IOException {
    Dying launcher = new Dying();

    TrainingRun.Result disturbed =
        new TrainingRun(
                training.request(directory.resolve("disturbed"), false, TWO),
                PluginRegistry.load(TinyTraining.class.getClassLoader()),
                launcher,
                line -> {})
            .run();

    assertThat(launcher.deaths.get()).isGreaterThan(1);
    assertThat(StoredWeights.of(disturbed.model())).isEqualTo(StoredWeights.of(result.model()));
    assertThat(Metrics.of(directory.resolve("disturbed")).losses())
        .isEqualTo(Metrics.of(undisturbed).losses());
  }

  @Test
  void aKilledTrainingIsResumedToTheSameBits() throws IOException, InterruptedException {
    Path output = directory.resolve("killed");
    KilledTraining.run(training, output, 3, TWO);

    List<String> messages = new ArrayList<>();
    TrainingRun.Result resumed = TinyTraining.run(training.request(output, true, TWO), messages);

    assertThat(messages).anyMatch(line -> line.startsWith("resuming after epoch"));
    assertThat(StoredWeights.of(resumed.model())).isEqualTo(StoredWeights.of(result.model()));
    assertThat(Metrics.of(output).losses()).isEqualTo(Metrics.of(undisturbed).losses());
  }

  @Test
  void anotherNumberOfWorkersIsAnotherTraining() {
    List<String> overrides = new ArrayList<>(List.of(TWO));
    overrides.add("training.distributed.workers=3");

    assertThatThrownBy(() -> training.resume(undisturbed, overrides.toArray(String[]::new)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("training.distributed.workers: 2 -> 3");
  }

  @Test
  void moreWorkersThanTextsAreRefused() {
    assertThatThrownBy(
            () -> training.train(directory.resolve("many"), "training.distributed.workers=31"))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "training.distributed.workers: 31 workers can't share 30 texts; ask for 30 at most");
  }

  @Test
  void noWorkersAreRefused() {
    assertThatThrownBy(() -> training.configuration(List.of("training.distributed.workers=0")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("training.distributed.workers");
  }

  @Test
  void aLossThatIsNotFiniteEndsAllWorkersAndSaysWhy() {
    assertThatThrownBy(
            () ->
                training.train(
                    directory.resolve("diverging"),
                    "training.distributed.workers=2",
                    "training.head-learning-rate=1000",
                    "training.encoder-learning-rate=1000",
                    "training.gradient-clip=0",
                    "training.warmup=0"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("worker ")
        .hasMessageContaining("training.head-learning-rate");
  }
}
