package org.relunet.encoder.transformer.graph;

import java.util.Optional;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A linear layer, x W + b.
 *
 * @param kernel first values of W, [inputs, outputs]
 * @param bias first values of b, [outputs]
 * @param adapter trained beside W
 */
record Linear(
    int inputs,
    int outputs,
    ParameterKind kind,
    Initializer kernel,
    Initializer bias,
    Optional<LowRankAdapter> adapter) {

  /** The layer that stands at a path of the weights. */
  static Linear of(LayerSource source, String module, int inputs, int outputs) {
    String path = source.path(module);
    return new Linear(
        inputs,
        outputs,
        source.kind(),
        source.weights().kernel(path, inputs, outputs),
        source.weights().bias(path, outputs),
        source.adapter());
  }

  /**
   * @param x [rows, inputs]
   * @return [rows, outputs]
   */
  Operand<TFloat32> build(GraphContext context, Operand<TFloat32> x) {
    Shapes.require("input of a linear layer", x, Shapes.ANY, inputs);
    Ops tf = context.tf();
    Operand<TFloat32> w = context.parameter("kernel", Shape.of(inputs, outputs), kind, kernel);
    Operand<TFloat32> b = context.parameter("bias", Shape.of(outputs), kind, bias);
    Operand<TFloat32> product = // [rows, outputs]
        adapter.isPresent()
            ? adapter.get().product(context, x, w, inputs, outputs)
            : tf.linalg.matMul(x, w);
    return tf.nn.biasAdd(product, b);
  }
}
