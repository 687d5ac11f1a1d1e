package org.relunet.training.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relunet.training.report.TrainingEvent.EpochEvaluated;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingStarted;

/**
 * Curves for TensorBoard: {@code train/loss} and {@code train/<detail>} of each step, {@code
 * dev/<score>} of each epoch, all over the step.
 */
public final class TensorBoardReport implements TrainingListener {
  private final Path directory;
  private final Clock clock;
  private Optional<EventFile> file = Optional.empty();

  /**
   * @param directory what {@code tensorboard --logdir} is to be given; each start or resumption of
   *     the run adds one file
   */
  public TensorBoardReport(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public void on(TrainingEvent event) {
    try {
      if (event instanceof TrainingStarted started) {
        close();
        file = Optional.of(EventFile.create(directory, started.completedSteps(), clock));
      } else if (event instanceof StepDone done) {
        Map<String, Double> values = prefixed("train/", done.details());
        values.put("train/loss", done.loss());
        started().scalars(done.step(), values);
      } else if (event instanceof EpochEvaluated evaluated) {
        started().scalars(evaluated.step(), prefixed("dev/", evaluated.scores()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("event file in " + directory + " cannot be written", e);
    }
  }

  private EventFile started() {
    return file.orElseThrow(() -> new IllegalStateException("training has not started"));
  }

  private static Map<String, Double> prefixed(String prefix, Map<String, Double> values) {
    Map<String, Double> prefixed = new LinkedHashMap<>();
    values.forEach((name, value) -> prefixed.put(prefix + name, value));
    return prefixed;
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
