package org.relunet.pipeline.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.health.HealthAddress;
import org.relunet.pipeline.job.FlinkSettings;
import org.relunet.pipeline.message.MessageFormat;
import org.relunet.pipeline.message.MessageMarkup;
import org.relunet.pipeline.message.OutputUnit;

/** A stream inside this process, with an engine that needs no model, until it is closed. */
final class RunningStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StopSignal signal = new StopSignal();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> run;

  RunningStream(StreamSettings settings, int parallelism) {
    this(settings, parallelism, new RuleEngines());
  }

  /** With metrics offered at a port. */
  RunningStream(StreamSettings settings, int parallelism, int metricsPort) {
    this(
        settings,
        parallelism,
        new RuleEngines(),
        Optional.of(new HealthAddress(HealthAddress.LOOPBACK, metricsPort)));
  }

  RunningStream(StreamSettings settings, int parallelism, LiveEngineProvider engines) {
    this(settings, parallelism, engines, Optional.empty());
  }

  RunningStream(
      StreamSettings settings,
      int parallelism,
      LiveEngineProvider engines,
      Optional<HealthAddress> health) {
    StreamRequest request =
        new StreamRequest(
            settings,
            new FlinkSettings(Optional.empty(), Optional.of(parallelism)),
            Optional.empty(),
            health,
            OptionalInt.empty());
    run =
        CompletableFuture.runAsync(
            () -> {
              try {
                StreamJob.run(request, engines, signal, messages::add);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
  }

  static StreamSettings settings(
      String broker,
      String group,
      List<String> inputs,
      String output,
      String deadLetters,
      Delivery delivery,
      ErrorTolerance tolerance) {
    return new StreamSettings(
        new StreamSettings.Kafka(broker, Path.of(""), group, 10),
        new StreamSettings.Input(
            inputs,
            MessageFormat.AUTO,
            MessageMarkup.NONE,
            StartPosition.EARLIEST,
            "/text",
            "/id",
            ""),
        new StreamSettings.Output(output, OutputUnit.TRIPLE, 1_000_000),
        delivery,
        new StreamSettings.Batch(64, 20),
        new StreamSettings.Errors(tolerance, deadLetters),
        1_000,
        1_000);
  }

  /** Every document is answered by one message, in which it does not matter what was found. */
  static StreamSettings documents(
      String broker,
      String group,
      List<String> inputs,
      String output,
      String deadLetters,
      long checkpointMillis) {
    return new StreamSettings(
        new StreamSettings.Kafka(broker, Path.of(""), group, 10),
        new StreamSettings.Input(
            inputs,
            MessageFormat.AUTO,
            MessageMarkup.NONE,
            StartPosition.EARLIEST,
            "/text",
            "/id",
            ""),
        new StreamSettings.Output(output, OutputUnit.DOCUMENT, 1_000_000),
        Delivery.AT_LEAST_ONCE,
        new StreamSettings.Batch(64, 50),
        new StreamSettings.Errors(ErrorTolerance.ALL, deadLetters),
        checkpointMillis,
        5_000);
  }

  /** What it has told so far. */
  List<String> messages() {
    return messages;
  }

  /** Waits until something holds, or the job fails. */
  void until(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (run.isCompletedExceptionally()) {
        run.join();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("it does not hold after " + PATIENCE);
      }
      Thread.sleep(100);
    }
  }

  /** Waits for the end, and throws what it failed with. */
  void join() {
    run.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    try {
      if (!run.isDone() && !signal.stop(PATIENCE.toMillis())) {
        throw new AssertionError("the stream does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the stream stops", e);
    }
  }
}
