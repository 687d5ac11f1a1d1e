package org.relunet.graph.optimizer;

/**
 * The learning rate over a training, as a factor of its peak: a linear rise from near 0 to 1 in the
 * warm-up's steps, then the decay towards 0 at the end.
 *
 * @param totalSteps steps of the whole training, at least 1
 * @param warmupSteps steps of the rise, 0 to {@code totalSteps}
 * @param decay how the rate falls after the rise
 */
public record LearningRateSchedule(long totalSteps, long warmupSteps, Decay decay) {
  /** How a learning rate falls. */
  public enum Decay {
    /** By the same amount each step. */
    LINEAR,
    /** Half a period of the cosine (Loshchilov and Hutter 2017, SGDR, without restarts). */
    COSINE,
    /** Not at all. */
    CONSTANT
  }

  public LearningRateSchedule {
    if (totalSteps < 1 || warmupSteps < 0 || warmupSteps > totalSteps) {
      throw new IllegalArgumentException(
          "a training of %d steps cannot have a warm-up of %d".formatted(totalSteps, warmupSteps));
    }
  }

  /**
   * The factor for a step; neither the first nor the last step is wasted on a factor of 0.
   *
   * @param step from 0; from {@code totalSteps} on the decay has reached its end
   * @return in [0, 1]
   */
  public double factor(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("steps count from 0, not " + step);
    }
    if (step < warmupSteps) {
      return (step + 1.0) / warmupSteps;
    }
    double left = Math.max(0.0, totalSteps - step) / Math.max(1, totalSteps - warmupSteps);
    return switch (decay) {
      case LINEAR -> left;
      case COSINE -> (1 - Math.cos(Math.PI * left)) / 2;
      case CONSTANT -> 1;
    };
  }
}
