package org.relunet.graph.tagging;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The loss of tags few of which are 1: binary cross-entropy (equation 7's f), in which those that
 * are 1 may have a weight w, and those that are right already may count little, as in the focal
 * loss (Lin et al. 2017, arXiv:1708.02002). With q the probability of a tag's right value and g its
 * {@code focusing}:
 *
 * <pre>
 * - w (1 - q)^g log q   where the tag is 1
 * -   (1 - q)^g log q   where it is 0
 * </pre>
 *
 * @param positiveWeight w, positive
 * @param focusing g, 0 or more
 */
public record TagLoss(double positiveWeight, double focusing) {
  /** Binary cross-entropy itself. */
  public static final TagLoss PLAIN = new TagLoss(1, 0);

  public TagLoss {
    if (!(positiveWeight > 0) || Double.isInfinite(positiveWeight)) {
      throw new IllegalArgumentException("positive-weight must be positive, not " + positiveWeight);
    }
    if (!(focusing >= 0) || Double.isInfinite(focusing)) {
      throw new IllegalArgumentException("focusing must be 0 or more, not " + focusing);
    }
  }

  /**
   * @param logits of any shape and size
   * @param labels 0 or 1, the same shape
   * @return the loss of each tag
   */
  public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> labels) {
    Operand<TFloat32> loss = BinaryCrossEntropy.apply(tf, logits, labels);
    if (focusing != 0) {
      loss = tf.math.mul(loss, focus(tf, logits, labels));
    }
    if (positiveWeight != 1) {
      Operand<TFloat32> more = tf.math.mul(labels, tf.constant((float) (positiveWeight - 1)));
      loss = tf.math.mul(loss, tf.math.add(more, tf.constant(1f)));
    }
    return loss;
  }

  /** (1 - q)^g, without q: 1 - sigmoid(z) is exp(-softplus(z)), which no logit spoils. */
  private Operand<TFloat32> focus(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> labels) {
    Operand<TFloat32> sign = // 1 or -1
        tf.math.sub(tf.math.mul(labels, tf.constant(2f)), tf.constant(1f));
    Operand<TFloat32> rightness = tf.math.softplus(tf.math.mul(logits, sign));
    return tf.math.exp(tf.math.mul(rightness, tf.constant((float) -focusing)));
  }
}
