package org.relunet.parser.training;

/** Hears how far the training is. */
@FunctionalInterface
public interface TrainingProgress {
  /**
   * A step begins.
   *
   * @param description what happens now, for people
   * @param step number of the step, from 1
   * @param steps number of all steps
   */
  void begin(String description, int step, int steps);
}
