package org.relunet.encoder.transformer.graph;

import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.part.Mode;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A trained change of low rank to a matrix that stays as it is (LoRA, Hu et al. 2021,
 * arXiv:2106.09685): {@code x W + scale / rank x A B}, with B zero at first.
 *
 * @param rank columns of A and rows of B
 * @param scale the paper's alpha
 * @param feedForward whether the matrices of the feed-forward networks have one too, not only those
 *     of attention
 */
public record LowRankAdapter(int rank, double scale, boolean feedForward) {

  /**
   * @param x [rows, inputs]
   * @param w W, [inputs, outputs]
   * @return [rows, outputs]
   */
  Operand<TFloat32> product(
      GraphContext context, Operand<TFloat32> x, Operand<TFloat32> w, int inputs, int outputs) {
    Ops tf = context.tf();
    Operand<TFloat32> a =
        context.parameter(
            "adapter_a",
            Shape.of(inputs, rank),
            ParameterKind.ENCODER,
            Initializer.glorotUniform());
    Operand<TFloat32> b =
        context.parameter(
            "adapter_b", Shape.of(rank, outputs), ParameterKind.ENCODER, Initializer.zeros());
    Operand<TFloat32> scaled = tf.math.mul(b, tf.constant((float) (scale / rank)));
    if (context.mode() == Mode.INFERENCE) {
      // one sum of matrices a batch, and the products are what they were
      return tf.linalg.matMul(x, tf.math.add(w, tf.linalg.matMul(a, scaled)));
    }
    return tf.math.add(tf.linalg.matMul(x, w), tf.linalg.matMul(tf.linalg.matMul(x, a), scaled));
  }
}
