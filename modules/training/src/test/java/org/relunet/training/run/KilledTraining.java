package org.relunet.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.relunet.training.TinyTraining;

/** A training in a process of its own, to be killed. */
final class KilledTraining implements AutoCloseable {
  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Path output;
  private final Path log;
  private final Process process;

  private KilledTraining(Path output, Path log, Process process) {
    this.output = output;
    this.log = log;
    this.process = process;
  }

  /** Starts a training and kills it, so that it can't say farewell, in the given epoch. */
  static void run(TinyTraining training, Path output, int epoch, String... overrides)
      throws IOException, InterruptedException {
    try (KilledTraining running = start(training, output, overrides)) {
      running.awaitEpoch(epoch);
    }
  }

  static KilledTraining start(TinyTraining training, Path output, String... overrides)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTraining.class.getName(),
                training.root().toString(),
                output.toString()));
    command.addAll(List.of(overrides));
    Path log = training.root().resolve("killed.log");
    return new KilledTraining(
        output,
        log,
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  /** Waits until a step of the epoch, from 1, is done. */
  void awaitEpoch(int epoch) throws IOException, InterruptedException {
    Path metrics = output.resolve("metrics.jsonl");
    String mark = "\"epoch\":" + epoch + ",\"sentences\"";
    long start = System.nanoTime();
    while (!Files.exists(metrics) || !Files.readString(metrics).contains(mark)) {
      if (!process.isAlive() || System.nanoTime() - start > MOST_NANOS) {
        throw new IllegalStateException(
            "the training did not come to epoch " + epoch + "\n" + Files.readString(log));
      }
      Thread.sleep(1);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * @param arguments root of the data, output, overrides
   */
  public static void main(String[] arguments) throws IOException {
    String[] overrides = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
    new TinyTraining(Path.of(arguments[0])).train(Path.of(arguments[1]), overrides);
  }
}
