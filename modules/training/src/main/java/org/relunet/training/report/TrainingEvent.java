package org.relunet.training.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that happened in a training run. Epochs and steps count from 1. */
public sealed interface TrainingEvent {

  /**
   * Training begins, or goes on where an earlier run was interrupted.
   *
   * @param completedSteps steps that need not be done again; 0 for a new run
   * @param totalSteps steps of the whole run, the completed ones included
   * @param completedEpochs epochs that have been evaluated and need not be again
   * @param totalEpochs epochs of the whole run
   */
  record TrainingStarted(long completedSteps, long totalSteps, int completedEpochs, int totalEpochs)
      implements TrainingEvent {
    public TrainingStarted {
      if (completedSteps < 0 || completedSteps > totalSteps) {
        throw new IllegalArgumentException(
            "%d completed steps of %d".formatted(completedSteps, totalSteps));
      }
      if (completedEpochs < 0 || completedEpochs > totalEpochs) {
        throw new IllegalArgumentException(
            "%d completed epochs of %d".formatted(completedEpochs, totalEpochs));
      }
    }
  }

  /** The first step of an epoch, or of what remains of it, comes next. */
  record EpochStarted(int epoch) implements TrainingEvent {}

  /**
   * The weights were changed once.
   *
   * @param sentences sentences in the batch
   * @param loss the loss that was minimised
   * @param details other values of the step by name, such as parts of the loss and learning rates
   */
  record StepDone(long step, int epoch, int sentences, double loss, Map<String, Double> details)
      implements TrainingEvent {
    public StepDone {
      details = inOrder(details);
    }
  }

  /**
   * The model was measured on the development data.
   *
   * @param step the last step before
   * @param scores by name, the most important first
   * @param best whether no earlier epoch was better
   */
  record EpochEvaluated(int epoch, long step, Map<String, Double> scores, boolean best)
      implements TrainingEvent {
    public EpochEvaluated {
      scores = inOrder(scores);
    }
  }

  /**
   * No step follows.
   *
   * @param bestEpoch epoch whose weights are kept; 0 where none was evaluated
   * @param reason why, such as {@code "all epochs done"}
   */
  record TrainingFinished(long step, int bestEpoch, String reason) implements TrainingEvent {}

  private static Map<String, Double> inOrder(Map<String, Double> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
