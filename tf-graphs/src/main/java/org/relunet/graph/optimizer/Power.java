package org.relunet.graph.optimizer;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The power beta^t of a decay at step t, which starts at 1, as a slot.
 *
 * @param value scalar
 */
record Power(Variable<TFloat32> value, float base) {
  static Power build(Ops top, Slots slots, String name, double base) {
    return new Power(slots.make(name, Shape.scalar(), top.constant((float) base)), (float) base);
  }

  /** Run to go on to the next step. */
  Op next(Ops tf) {
    return tf.assign(value, tf.math.mul(value, tf.constant(base)));
  }
}
