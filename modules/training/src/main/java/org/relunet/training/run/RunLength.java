package org.relunet.training.run;

import java.util.Locale;
import java.util.OptionalLong;
import org.relunet.graph.optimizer.LearningRateSchedule;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSettings;

/**
 * How long a training lasts at most, from which the learning rate of each step follows.
 *
 * @param epochs passes over the training data
 * @param maximumSteps updates after which it stops, whatever the epochs
 */
record RunLength(int epochs, OptionalLong maximumSteps) {
  static RunLength of(TrainingRequest request) {
    return new RunLength(request.training().epochs(), request.maximumSteps());
  }

  /**
   * @param examples of the training data
   * @param settings of everything but the length
   */
  LearningRateSchedule schedule(int examples, TrainingSettings settings) {
    long total = stepsPerEpoch(examples, settings) * epochs;
    if (maximumSteps.isPresent()) {
      total = Math.min(total, maximumSteps.getAsLong());
    }
    return new LearningRateSchedule(total, Math.round(total * settings.warmup()), settings.decay());
  }

  static long stepsPerEpoch(int examples, TrainingSettings settings) {
    return (examples + settings.batchSize() - 1L) / settings.batchSize();
  }

  /**
   * What it means for the steps to come that a training goes on with this length.
   *
   * @param before the length that it had
   * @param step of the next update, from 0
   */
  String consequence(RunLength before, int examples, TrainingSettings settings, long step) {
    LearningRateSchedule was = before.schedule(examples, settings);
    LearningRateSchedule is = schedule(examples, settings);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "the learning rate falls over %d steps in place of %d: step %d has %.3f of the peak,"
                + " not %.3f; a training that had this length from its start gives another model",
            is.totalSteps(),
            was.totalSteps(),
            step + 1,
            is.factor(step),
            was.factor(step)));
    if (step % stepsPerEpoch(examples, settings) != 0) {
      text.append(". The epoch that was cut off is not gone on with: the next one begins");
    }
    return text.toString();
  }
}
