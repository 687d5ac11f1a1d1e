package org.relunet.graph.layer;

import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/** Layer normalisation over the last axis (Ba, Kiros and Hinton 2016, arXiv:1607.06450). */
public final class LayerNormalization {
  private LayerNormalization() {}

  /**
   * @param x [..., d]
   * @return the same shape: (x - mean) / sqrt(variance + 1e-6), scaled and shifted by parameters
   */
  public static Operand<TFloat32> apply(GraphContext context, String name, Operand<TFloat32> x) {
    GraphContext here = context.within(name);
    Ops tf = here.tf();
    Shape width = Shape.of(Shapes.width(name, x));
    Operand<TFloat32> scale =
        here.parameter("scale", width, ParameterKind.HEAD, Initializer.constant(1));
    Operand<TFloat32> shift =
        here.parameter("shift", width, ParameterKind.HEAD, Initializer.constant(0));
    Operand<TFloat32> mean = tf.math.mean(x, tf.constant(-1), Mean.keepDims(true));
    Operand<TFloat32> variance =
        tf.math.mean(tf.math.squaredDifference(x, mean), tf.constant(-1), Mean.keepDims(true));
    Operand<TFloat32> inverse = tf.math.rsqrt(tf.math.add(variance, tf.constant(1e-6f)));
    return tf.math.add(tf.math.mul(tf.math.mul(tf.math.sub(x, mean), inverse), scale), shift);
  }
}
