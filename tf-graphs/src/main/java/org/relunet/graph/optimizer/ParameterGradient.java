package org.relunet.graph.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.relunet.graph.parameter.Parameter;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of a loss with respect to a parameter.
 *
 * @param value of the parameter's shape
 */
record ParameterGradient(Parameter parameter, Operand<TFloat32> value) {

  /**
   * Adds the gradients at all of the parameters.
   *
   * @throws IllegalArgumentException if the loss does not depend on one of them
   */
  static List<ParameterGradient> of(
      Graph graph, Operand<TFloat32> loss, List<Parameter> parameters) {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("there is no trained parameter: nothing to optimise");
    }
    Output<?>[] variables =
        parameters.stream()
            .map(parameter -> NamedVariable.of(parameter).variable().asOutput())
            .toArray(Output<?>[]::new);
    Output<?>[] gradients;
    try {
      gradients = graph.addGradients(loss.asOutput(), variables);
    } catch (IllegalArgumentException e) { // names the node, which is the parameter
      throw new IllegalArgumentException(
          "the loss does not depend on all trained parameters; leave out or freeze the others: "
              + e.getMessage(),
          e);
    }
    List<ParameterGradient> all = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
      if (isAbsent(gradients[i])) {
        throw new IllegalArgumentException(
            "no gradient of the loss reaches parameter %s: leave it out or freeze it"
                .formatted(parameters.get(i).name()));
      }
      @SuppressWarnings("unchecked") // a gradient has its variable's type
      Operand<TFloat32> gradient = (Operand<TFloat32>) gradients[i];
      all.add(new ParameterGradient(parameters.get(i), gradient));
    }
    return all;
  }

  /** Where no path to the loss has a gradient, TensorFlow gives the output of no operation. */
  private static boolean isAbsent(Output<?> gradient) {
    return gradient == null
        || gradient.op() instanceof GraphOperation operation
            && (operation.getUnsafeNativeHandle() == null
                || operation.getUnsafeNativeHandle().isNull());
  }

  Variable<TFloat32> variable() {
    return NamedVariable.of(parameter).variable();
  }
}
