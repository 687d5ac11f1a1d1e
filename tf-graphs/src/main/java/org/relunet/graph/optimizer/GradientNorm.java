package org.relunet.graph.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The Euclidean norm of gradients together, such as those of all parameters, and clipping by it
 * (Pascanu, Mikolov and Bengio 2013, <i>On the difficulty of training recurrent neural
 * networks</i>).
 *
 * @param value scalar, before clipping
 */
public record GradientNorm(Operand<TFloat32> value) {
  /**
   * @param gradients of any shapes, at least one
   */
  public static GradientNorm of(Ops tf, List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> halfSquares = new ArrayList<>();
    gradients.forEach(gradient -> halfSquares.add(tf.nn.l2Loss(gradient)));
    Operand<TFloat32> squares =
        tf.math.mul(tf.constant(2f), tf.sum(tf.stack(halfSquares), tf.constant(0)));
    return new GradientNorm(tf.math.sqrt(squares));
  }

  /** The factor, in (0, 1], that brings the gradient down to the given norm. */
  Operand<TFloat32> scale(Ops tf, double largest) {
    Operand<TFloat32> limit = tf.constant((float) largest);
    return tf.math.div(limit, tf.math.maximum(value, limit));
  }
}
