package org.relunet.encoder.transformer.graph;

import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016, arXiv:1607.06450) with a pre-trained layer's
 * parameters: (x - mean) / sqrt(variance + epsilon) * scale + offset.
 *
 * @param module its name inside the source's layer
 */
record LayerNormalization(LayerSource source, String module, int width, float epsilon) {

  /**
   * @param x [rows, d]
   * @return [rows, d]
   */
  Operand<TFloat32> build(GraphContext context, Operand<TFloat32> x) {
    Shapes.require("input of a layer normalization", x, Shapes.ANY, width);
    Ops tf = context.tf();
    String path = source.path(module);
    Operand<TFloat32> scale =
        context.parameter(
            "scale", Shape.of(width), source.kind(), source.weights().scale(path, width));
    Operand<TFloat32> offset =
        context.parameter(
            "offset", Shape.of(width), source.kind(), source.weights().offset(path, width));
    Operand<TFloat32> mean = mean(tf, x); // [rows, 1]
    Operand<TFloat32> centered = tf.math.sub(x, mean); // [rows, d]
    Operand<TFloat32> variance = mean(tf, tf.math.square(centered)); // [rows, 1]
    Operand<TFloat32> inverse =
        tf.math.rsqrt(tf.math.add(variance, tf.constant(epsilon))); // [rows, 1]
    Operand<TFloat32> normal = tf.math.mul(centered, inverse); // [rows, d]
    return tf.math.add(tf.math.mul(normal, scale), offset);
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x) {
    return tf.math.mean(x, tf.constant(1), Mean.keepDims(true));
  }
}
