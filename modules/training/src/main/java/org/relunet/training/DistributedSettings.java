package org.relunet.training;

import org.relunet.api.setting.Setting;

/**
 * Training by several workers at once: each learns from its own share of the texts, and after every
 * round what all have learned is put together (DiLoCo, Douillard et al. 2023, arXiv:2311.08105).
 */
public record DistributedSettings(
    @Setting(
            help =
                "processes or threads that learn at the same time, each from its share of the"
                    + " texts; 1: plain training",
            unit = "workers",
            defaultValue = "1",
            minimum = 1,
            maximum = 1024)
        int workers,
    @Setting(
            help =
                "most updates that a worker makes in a round, before the workers' weights are put"
                    + " together; an epoch ends with a round in any case",
            unit = "steps",
            defaultValue = "50",
            minimum = 1,
            maximum = 1000000)
        int localSteps,
    @Setting(
            help =
                "share of the workers' mean change that a round adds to the weights. 1 without"
                    + " momentum: the mean of the workers' weights",
            defaultValue = "0.7",
            minimum = 0.0001,
            maximum = 10)
        double outerLearningRate,
    @Setting(
            help = "Nesterov momentum of the rounds' changes; 0: none",
            defaultValue = "0.9",
            minimum = 0,
            maximum = 0.999)
        double outerMomentum) {

  /** Whether there is more than one worker. */
  public boolean several() {
    return workers > 1;
  }
}
