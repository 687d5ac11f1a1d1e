package org.relunet.graph.optimizer;

import org.relunet.graph.parameter.Parameter;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * A variable under the name by which a checkpoint knows it: a parameter, or a slot of the
 * optimizer.
 *
 * @param name unique in a graph
 * @param shape fully known
 * @param variable where the value is kept
 */
public record NamedVariable(String name, Shape shape, Variable<TFloat32> variable) {
  /**
   * A parameter's, under its name.
   *
   * @throws IllegalArgumentException if it is not kept in single precision
   */
  public static NamedVariable of(Parameter parameter) {
    Variable<? extends TNumber> variable = parameter.variable();
    if (variable.type() != TFloat32.class) {
      throw new IllegalArgumentException(
          "parameter %s is kept as %s; only single precision can be trained"
              .formatted(parameter.name(), variable.type().getSimpleName()));
    }
    @SuppressWarnings("unchecked") // just checked
    Variable<TFloat32> single = (Variable<TFloat32>) variable;
    return new NamedVariable(parameter.name(), parameter.shape(), single);
  }
}
