package org.relunet.graph.layer;

import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A linear map with bias over the last axis: x W + b. */
public final class Dense {
  private Dense() {}

  /**
   * @param x [..., in], rank 2 or 3
   * @param outputs size of the last axis of the result
   * @return [..., outputs]
   */
  public static Operand<TFloat32> apply(
      GraphContext context, String name, Operand<TFloat32> x, int outputs) {
    return apply(context, name, x, outputs, Initializer.glorotUniform(), Initializer.zeros());
  }

  /** As {@link #apply(GraphContext, String, Operand, int)}, with chosen first values. */
  public static Operand<TFloat32> apply(
      GraphContext context,
      String name,
      Operand<TFloat32> x,
      int outputs,
      Initializer kernelValues,
      Initializer biasValues) {
    Operand<TFloat32> product = withoutBias(context, name, x, outputs, kernelValues);
    GraphContext here = context.within(name);
    Operand<TFloat32> bias =
        here.parameter("bias", Shape.of(outputs), ParameterKind.HEAD, biasValues);
    return here.tf().nn.biasAdd(product, bias);
  }

  /** As {@link #apply(GraphContext, String, Operand, int)}, but x W only. */
  public static Operand<TFloat32> withoutBias(
      GraphContext context,
      String name,
      Operand<TFloat32> x,
      int outputs,
      Initializer kernelValues) {
    GraphContext here = context.within(name);
    int inputs = Shapes.width(name, x);
    Operand<TFloat32> kernel =
        here.parameter("kernel", Shape.of(inputs, outputs), ParameterKind.HEAD, kernelValues);
    return linear(here.tf(), x, kernel, outputs);
  }

  /**
   * x W over the last axis of x: [..., in] and [in, outputs] give [..., outputs].
   *
   * <p>Rank 3 goes through rank 2: one large matrix product, where a batched one would be B small
   * ones.
   */
  public static Operand<TFloat32> linear(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, int outputs) {
    if (x.shape().numDimensions() == 2) {
      return tf.linalg.matMul(x, kernel);
    }
    Shapes.requireRank("input", x, 3);
    Operand<TFloat32> rows = tf.reshape(x, tf.constant(new int[] {-1, Shapes.width("input", x)}));
    Operand<TFloat32> product = tf.linalg.matMul(rows, kernel);
    return tf.reshape(product, Batched.withLastAxis(tf, x, outputs));
  }
}
