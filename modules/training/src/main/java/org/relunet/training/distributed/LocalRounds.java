package org.relunet.training.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.relunet.graph.part.Feeds;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NonFiniteException;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingSettings;
import org.relunet.training.batch.PreparedBatches;

/**
 * A worker's part of the rounds. AdamW's moments are the worker's own: they are kept from round to
 * round, and behind each as a checkpoint, with which another process may go on in its place.
 */
final class LocalRounds {
  private static final long MILLIS_BETWEEN_LOOKS = 20;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** A driver that shows no sign of life for so long is gone. */
  private static final long PATIENCE_NANOS = 180 * NANOS_PER_SECOND;

  private final RoundDirectory directory;
  private final int worker;
  private final TrainingNetwork network;
  private final TrainingSettings settings;
  private final ShareBatches batches;
  private final Function<List<LabelledSentence>, Feeds> prepare;
  private final WorkerObserver observer;

  /**
   * @param network with first values
   * @param prepare makes what a step is fed
   */
  LocalRounds(
      RoundDirectory directory,
      int worker,
      TrainingNetwork network,
      TrainingSettings settings,
      ShareBatches batches,
      Function<List<LabelledSentence>, Feeds> prepare,
      WorkerObserver observer) {
    this.directory = directory;
    this.worker = worker;
    this.network = network;
    this.settings = settings;
    this.batches = batches;
    this.prepare = prepare;
    this.observer = observer;
  }

  /** Works until no round follows, or the driver is gone. */
  void run() throws IOException, InterruptedException {
    long stateOf = Long.MIN_VALUE;
    OptionalLong next = first();
    while (next.isPresent()) {
      long round = next.getAsLong();
      RoundTask task = RoundDirectory.read(directory.task(round), RoundTask.class);
      if (stateOf != round - 1) {
        restore(round);
      }
      round(task);
      stateOf = round;
      next = await(round + 1);
    }
  }

  /** The round to begin with: the present one, if it has not been done in this worker's place. */
  private OptionalLong first() throws IOException, InterruptedException {
    OptionalLong last = directory.lastRound();
    if (last.isPresent() && Files.exists(directory.report(last.getAsLong(), worker))) {
      return await(last.getAsLong() + 1);
    }
    return last.isPresent() ? last : awaitAny();
  }

  private OptionalLong awaitAny() throws IOException, InterruptedException {
    DriverWatch driver = new DriverWatch(directory.heartbeat(), PATIENCE_NANOS);
    OptionalLong last = OptionalLong.empty();
    while (last.isEmpty()) {
      if (Files.exists(directory.end()) || driver.isGone(System.nanoTime())) {
        return OptionalLong.empty();
      }
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
      last = directory.lastRound();
    }
    return last;
  }

  private OptionalLong await(long round) throws IOException, InterruptedException {
    DriverWatch driver = new DriverWatch(directory.heartbeat(), PATIENCE_NANOS);
    while (!Files.exists(directory.task(round))) {
      if (Files.exists(directory.end()) || driver.isGone(System.nanoTime())) {
        return OptionalLong.empty();
      }
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
    }
    return OptionalLong.of(round);
  }

  /** The optimizer as it was before a round. */
  private void restore(long round) throws IOException {
    if (round == 0) {
      network.initialize(settings.seed());
    } else {
      network.restoreAll(directory.state(round - 1, worker));
    }
  }

  private void round(RoundTask task) throws IOException, InterruptedException {
    long round = task.round();
    long start = System.nanoTime();
    Map<String, float[]> before = NamedValues.read(directory.weights(round));
    network.setTrainedValues(before);
    long read = System.nanoTime();
    Steps steps = steps(task);
    long done = System.nanoTime();
    network.saveAll(directory.state(round, worker));
    long kept = System.nanoTime();
    NamedValues.write(directory.change(round, worker), change(before, network.trainedValues()));
    long written = System.nanoTime();
    RoundDirectory.write(
        directory.report(round, worker),
        new WorkerReport(
            steps.sentences,
            steps.loss / task.steps(),
            seconds(read - start),
            seconds(done - read),
            seconds(written - kept),
            seconds(kept - done)));
  }

  private static double seconds(long nanos) {
    return (double) nanos / NANOS_PER_SECOND;
  }

  /** Sums over steps. */
  private static final class Steps {
    private long sentences;
    private double loss;
  }

  private Steps steps(RoundTask task) throws InterruptedException {
    Steps sums = new Steps();
    long step = task.firstStep();
    try (PreparedBatches prepared =
        new PreparedBatches(prepare, batches.of(task.firstStep(), task.steps()).iterator())) {
      while (prepared.hasNext()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        try (PreparedBatches.Prepared batch = prepared.next()) {
          double factor = task.rateFactors().get((int) (step - task.firstStep()));
          sums.loss += update(batch, factor, step);
          sums.sentences += batch.sentences();
          observer.stepDone(worker, task.round(), step);
          step++;
        }
      }
    }
    return sums;
  }

  private double update(PreparedBatches.Prepared batch, double factor, long step) {
    try {
      return network
          .step(
              batch.feeds(),
              settings.encoderLearningRate() * factor,
              settings.headLearningRate() * factor,
              seed(step))
          .loss();
    } catch (NonFiniteException e) {
      throw new TrainingException(
          "step %d: %s. Lower training.head-learning-rate or loss.alpha, and train into another output"
              .formatted(step + 1, e.getMessage()),
          e);
    }
  }

  private long seed(long step) {
    return settings.seed() * 1_000_000_007L + worker * 2_147_483_647_000L + step;
  }

  private static Map<String, float[]> change(
      Map<String, float[]> before, Map<String, float[]> after) {
    Map<String, float[]> change = new LinkedHashMap<>();
    after.forEach(
        (name, values) -> {
          float[] from = before.get(name);
          float[] difference = new float[values.length];
          for (int i = 0; i < values.length; i++) {
            difference[i] = values[i] - from[i];
          }
          change.put(name, difference);
        });
    return change;
  }
}
