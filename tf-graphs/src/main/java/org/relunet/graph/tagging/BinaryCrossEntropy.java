package org.relunet.graph.tagging;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Binary cross-entropy from logits, equation 7's f, safe for logits of any size. */
public final class BinaryCrossEntropy {
  private BinaryCrossEntropy() {}

  /**
   * @param logits of any shape
   * @param labels 0 or 1, the same shape
   * @return the loss of each tag: {@code max(x, 0) - x y + log(1 + exp(-|x|))}
   */
  public static Operand<TFloat32> apply(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> labels) {
    Operand<TFloat32> tail = tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(logits))));
    return tf.math.add(tf.math.sub(tf.nn.relu(logits), tf.math.mul(logits, labels)), tail);
  }
}
