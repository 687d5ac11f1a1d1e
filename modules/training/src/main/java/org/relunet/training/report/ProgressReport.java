package org.relunet.training.report;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.relunet.training.report.TrainingEvent.EpochEvaluated;
import org.relunet.training.report.TrainingEvent.EpochStarted;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingFinished;
import org.relunet.training.report.TrainingEvent.TrainingStarted;

/**
 * The run for people: on a terminal one line that is redrawn, elsewhere a line now and then; after
 * each evaluation a line that stays.
 */
public final class ProgressReport implements TrainingListener {
  private static final long PLAIN_INTERVAL_NANOS = 30_000_000_000L;

  private final RedrawnLine shown;
  private final LongSupplier nanoTime;
  private Optional<ProgressLine> line = Optional.empty();
  private long lastStepNanos;

  /**
   * @param terminal whether a line may be redrawn
   * @param nanoTime as {@link System#nanoTime()}
   */
  public ProgressReport(PrintStream output, boolean terminal, LongSupplier nanoTime) {
    shown = new RedrawnLine(output, terminal, PLAIN_INTERVAL_NANOS);
    this.nanoTime = nanoTime;
  }

  /** Reports on standard error, as a bar where that is a terminal. */
  public static ProgressReport onStandardError() {
    return new ProgressReport(
        Terminal.standardError(), Terminal.isStandardError(), System::nanoTime);
  }

  @Override
  public void on(TrainingEvent event) {
    long now = nanoTime.getAsLong();
    if (event instanceof TrainingStarted started) {
      line = Optional.of(new ProgressLine(started, now));
      lastStepNanos = now;
      shown.waitFrom(now);
      shown.say(
          started.completedSteps() == 0
              ? "training: %d epochs, %d steps"
                  .formatted(started.totalEpochs(), started.totalSteps())
              : "training resumed after step %d of %d"
                  .formatted(started.completedSteps(), started.totalSteps()));
    } else if (event instanceof EpochStarted) {
      // The time since the last step went into evaluation; it is no step's.
      lastStepNanos = now;
    } else if (event instanceof StepDone done) {
      started().add(done, (now - lastStepNanos) / 1e9);
      lastStepNanos = now;
      shown.show(now, () -> started().bar(now), () -> started().plain(now));
    } else if (event instanceof EpochEvaluated evaluated) {
      shown.say(started().evaluation(evaluated));
    } else if (event instanceof TrainingFinished finished) {
      shown.say(
          "training finished after step %d: %s%s"
              .formatted(
                  finished.step(),
                  finished.reason(),
                  finished.bestEpoch() == 0 ? "" : "; best epoch " + finished.bestEpoch()));
    }
  }

  private ProgressLine started() {
    return line.orElseThrow(() -> new IllegalStateException("training has not started"));
  }

  /** Ends the redrawn line, so that what is printed next does not follow it. */
  @Override
  public void close() {
    if (line.isPresent()) {
      shown.erase();
    }
  }
}
