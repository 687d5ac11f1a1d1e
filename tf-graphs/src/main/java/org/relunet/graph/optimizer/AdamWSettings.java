package org.relunet.graph.optimizer;

/**
 * What is set for {@link AdamW}, but for the learning rates, which change every step.
 *
 * @param weightDecay share of a weight that a step of learning rate 1 takes away; not of parameters
 *     of rank 1 or less: biases and norms. 0: none
 * @param gradientClip largest norm of the gradient of all parameters together; longer ones are
 *     scaled down to it. 0: as they are
 * @param averageDecay decay of the running average of the parameters, in [0, 1). 0: no average
 * @param layerDecay factor of the encoder's learning rate from each of its layers to the one below,
 *     in (0, 1]. 1: the same rate for all
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon keeps the quotient of the moments finite; positive
 */
public record AdamWSettings(
    double weightDecay,
    double gradientClip,
    double averageDecay,
    double layerDecay,
    double beta1,
    double beta2,
    double epsilon) {
  public AdamWSettings {
    requireNotNegative("weight-decay", weightDecay);
    requireNotNegative("gradient-clip", gradientClip);
    requireDecay("average-decay", averageDecay);
    if (!(layerDecay > 0 && layerDecay <= 1)) {
      throw new IllegalArgumentException("layer-decay must be in (0, 1], not " + layerDecay);
    }
    requireDecay("beta1", beta1);
    requireDecay("beta2", beta2);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon must be positive, not " + epsilon);
    }
  }

  /** With the moments' usual decays, 0.9 and 0.999, and epsilon 1e-8. */
  public AdamWSettings(
      double weightDecay, double gradientClip, double averageDecay, double layerDecay) {
    this(weightDecay, gradientClip, averageDecay, layerDecay, 0.9, 0.999, 1e-8);
  }

  /** As above, without an average, and with the same rate for all layers. */
  public AdamWSettings(double weightDecay, double gradientClip) {
    this(weightDecay, gradientClip, 0, 1);
  }

  private static void requireNotNegative(String key, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(key + " must be 0 or more, not " + value);
    }
  }

  private static void requireDecay(String key, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(key + " must be in [0, 1), not " + value);
    }
  }
}
