package org.relunet.training.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.relunet.training.DistributedSettings;
import org.relunet.training.TrainingException;

/**
 * The side that leads the rounds: gives out weights, waits for the workers' changes, and moves the
 * weights by their mean.
 */
public final class RoundDriver implements AutoCloseable {
  private static final long MILLIS_BETWEEN_LOOKS = 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String WEIGHTS = "weights/";
  private static final String VELOCITY = "velocity/";
  private static final String AVERAGE = "average/";
  private static final String ROUND = "round";

  private final RoundDirectory directory;
  private final int workers;
  private final Heartbeat heartbeat;
  private final WorkerLauncher.Running running;
  private Map<String, float[]> weights;
  private final OuterOptimizer outer;
  private final RoundAverage average;
  private long round;
  private long stored;

  private RoundDriver(
      RoundDirectory directory,
      DistributedSettings settings,
      double averageDecay,
      WorkerLauncher launcher,
      Optional<Map<String, float[]>> saved,
      Supplier<Map<String, float[]>> first)
      throws IOException {
    this.directory = directory;
    workers = settings.workers();
    round = saved.map(RoundDriver::savedRound).orElse(0L);
    stored = round - 1;
    weights = saved.map(all -> part(all, WEIGHTS)).orElseGet(first);
    outer =
        new OuterOptimizer(
            settings.outerLearningRate(),
            settings.outerMomentum(),
            saved.map(all -> part(all, VELOCITY)).orElse(Map.of()));
    average = new RoundAverage(averageDecay, saved.map(all -> part(all, AVERAGE)).orElse(weights));
    heartbeat = new Heartbeat(directory.heartbeat());
    try {
      running = launcher.start(specifications());
    } catch (IOException | RuntimeException e) {
      heartbeat.close();
      throw e;
    }
  }

  /**
   * Starts the workers.
   *
   * @param tasks of them, as many as the settings say
   * @param averageDecay of the running average of the weights; 0: none
   * @param saved what an earlier process {@linkplain #save saved}; empty: the training begins
   * @param first weights of a training that begins, by name
   */
  public static RoundDriver start(
      RoundDirectory directory,
      List<WorkerTask> tasks,
      DistributedSettings settings,
      double averageDecay,
      WorkerLauncher launcher,
      Optional<Path> saved,
      Supplier<Map<String, float[]>> first)
      throws IOException {
    Optional<Map<String, float[]>> values = Optional.empty();
    if (saved.isPresent()) {
      values = Optional.of(NamedValues.read(saved.get()));
    }
    directory.create();
    directory.clear(values.map(RoundDriver::savedRound).orElse(0L) - 1);
    for (int worker = 0; worker < tasks.size(); worker++) {
      RoundDirectory.write(directory.workerTask(worker), tasks.get(worker));
    }
    return new RoundDriver(directory, settings, averageDecay, launcher, values, first);
  }

  private List<WorkerSpecification> specifications() {
    String root = directory.root().toAbsolutePath().normalize().toString();
    List<WorkerSpecification> specifications = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      specifications.add(new WorkerSpecification(root, worker));
    }
    return specifications;
  }

  /** The weights now. */
  public Map<String, float[]> weights() {
    return weights;
  }

  /** Those to be scored and stored: the running average, or the weights where none is kept. */
  public Map<String, float[]> scoredWeights() {
    return average.values().isEmpty() ? weights : average.values();
  }

  /**
   * Leads a round.
   *
   * @param firstStep of it, from 0
   * @param rateFactors of the learning rates, one for each step
   * @throws TrainingException if a worker's loss is not finite
   * @throws RuntimeException if the workers have failed for good
   */
  public RoundFigures round(long firstStep, List<Double> rateFactors) throws IOException {
    long start = System.nanoTime();
    NamedValues.write(directory.weights(round), weights);
    RoundDirectory.write(directory.task(round), new RoundTask(round, firstStep, rateFactors));
    long bytes = Files.size(directory.weights(round)) * (1 + workers);
    long given = System.nanoTime();
    MeanChange change = new MeanChange();
    List<WorkerReport> reports = new ArrayList<>();
    long waited = 0;
    for (int worker = 0; worker < workers; worker++) {
      long waiting = System.nanoTime();
      await(directory.report(round, worker));
      waited += System.nanoTime() - waiting;
      reports.add(RoundDirectory.read(directory.report(round, worker), WorkerReport.class));
      change.add(NamedValues.read(directory.change(round, worker)));
      bytes += 2 * Files.size(directory.change(round, worker));
    }
    weights = outer.step(weights, change.mean());
    average.add(weights, firstStep, rateFactors.size());
    directory.deleteRound(round, workers);
    if (round - 1 != stored) {
      directory.deleteStates(round - 1, workers);
    }
    round++;
    long end = System.nanoTime();
    return RoundFigures.of(
        reports,
        bytes,
        (end - start) / NANOS_PER_SECOND,
        (given - start + end - given - waited) / NANOS_PER_SECOND);
  }

  private void await(Path report) {
    while (!Files.exists(report)) {
      for (int worker = 0; worker < workers; worker++) {
        requireNotFailed(directory.workerFailure(worker));
      }
      running.requireRunning();
      try {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the workers were waited for", e);
      }
    }
  }

  private static void requireNotFailed(Path failure) {
    if (Files.exists(failure)) {
      try {
        throw new TrainingException(Files.readString(failure));
      } catch (IOException e) {
        throw new TrainingException("a worker failed, and why can't be read: " + failure, e);
      }
    }
  }

  /**
   * Writes all that going on needs beside the workers' states.
   *
   * @param file replaced at once
   */
  public void save(Path file) throws IOException {
    Map<String, float[]> all = new LinkedHashMap<>();
    // a count of rounds below 2^24 is exact, and no training comes near it
    all.put(ROUND, new float[] {round});
    weights.forEach((name, values) -> all.put(WEIGHTS + name, values));
    outer.velocity().forEach((name, values) -> all.put(VELOCITY + name, values));
    average.values().forEach((name, values) -> all.put(AVERAGE + name, values));
    NamedValues.write(file, all);
  }

  /** To be called when what was {@linkplain #save saved} is what a killed training goes on with. */
  public void keepStates() throws IOException {
    if (stored >= 0 && stored != round - 1) {
      directory.deleteStates(stored, workers);
    }
    stored = round - 1;
  }

  private static long savedRound(Map<String, float[]> all) {
    return (long) all.get(ROUND)[0];
  }

  private static Map<String, float[]> part(Map<String, float[]> all, String prefix) {
    Map<String, float[]> part = new LinkedHashMap<>();
    all.forEach(
        (name, values) -> {
          if (name.startsWith(prefix)) {
            part.put(name.substring(prefix.length()), values);
          }
        });
    return part;
  }

  /** Tells the workers that no round follows, and waits for their end. */
  @Override
  public void close() throws IOException {
    try {
      RoundDirectory.write(directory.end(), "end");
    } finally {
      running.close();
      heartbeat.close();
    }
  }
}
