package org.relunet.training.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.training.report.TrainingEvent.EpochEvaluated;
import org.relunet.training.report.TrainingEvent.EpochStarted;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingStarted;

/** A made-up run of 2 epochs with 2 steps each, as far as a test lets it come. */
final class Recording {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private Recording() {}

  static void start(TrainingListener listener, long completedSteps, int completedEpochs) {
    listener.on(new TrainingStarted(completedSteps, 4, completedEpochs, 2));
  }

  static void steps(TrainingListener listener, int from, int to) {
    for (int step = from; step <= to; step++) {
      int epoch = (step + 1) / 2;
      if (step % 2 == 1) {
        listener.on(new EpochStarted(epoch));
      }
      listener.on(new StepDone(step, epoch, 16, 1.0 / step, Map.of("rate/encoder", 0.25)));
    }
  }

  static void evaluation(TrainingListener listener, int epoch) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("f1", 0.5 * epoch);
    scores.put("precision", 0.75);
    listener.on(new EpochEvaluated(epoch, 2L * epoch, scores, true));
  }
}
