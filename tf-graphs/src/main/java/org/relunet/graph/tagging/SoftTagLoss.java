package org.relunet.graph.tagging;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The loss of tags whose probabilities another model tells (distillation, Hinton, Vinyals and Dean
 * 2015, arXiv:1503.02531): {@code w T^2 (BCE(x / T, p) - H(p))} for a logit x and a probability p.
 * Without the entropy H(p), which no pupil changes, it is 0 where {@code sigmoid(x / T) = p}. The
 * factor T^2 keeps the gradient's size what it is at T = 1.
 *
 * @param weight w, against the loss of gold tags; 0 where nobody teaches
 * @param temperature T, that of the probabilities too; positive
 */
public record SoftTagLoss(double weight, double temperature) {
  /** Nobody teaches. */
  public static final SoftTagLoss NONE = new SoftTagLoss(0, 1);

  public SoftTagLoss {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("weight must be 0 or more, not " + weight);
    }
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature must be positive, not " + temperature);
    }
  }

  /** Whether somebody teaches. */
  public boolean present() {
    return weight > 0;
  }

  /**
   * @param logits of any shape and size
   * @param probabilities in [0, 1], the same shape
   * @return the loss of each tag; no gradient reaches the probabilities
   */
  public Operand<TFloat32> apply(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> probabilities) {
    Operand<TFloat32> given = tf.stopGradient(probabilities);
    Operand<TFloat32> crossEntropy =
        BinaryCrossEntropy.apply(tf, cooled(tf, logits, temperature), given);
    return tf.math.mul(
        tf.math.add(crossEntropy, negativeEntropy(tf, given)),
        tf.constant((float) (weight * temperature * temperature)));
  }

  /** p log p + (1 - p) log (1 - p), 0 where p is 0 or 1; without a gradient. */
  private static Operand<TFloat32> negativeEntropy(Ops tf, Operand<TFloat32> p) {
    Operand<TFloat32> other = tf.math.sub(tf.constant(1f), p);
    return tf.stopGradient(tf.math.add(tf.math.xlogy(p, p), tf.math.xlogy(other, other)));
  }

  /** x / T: what a teacher's probabilities are made from too. */
  public static Operand<TFloat32> cooled(Ops tf, Operand<TFloat32> logits, double temperature) {
    return temperature == 1 ? logits : tf.math.mul(logits, tf.constant((float) (1 / temperature)));
  }
}
