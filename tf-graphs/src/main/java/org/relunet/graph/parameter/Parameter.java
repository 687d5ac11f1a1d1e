package org.relunet.graph.parameter;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * A named parameter in a graph.
 *
 * @param name path of the part and own name, joined by dots; unique, and the variable's name in the
 *     graph
 * @param shape fully known
 * @param kind who trains it
 * @param layersAbove layers of the encoder between this and the encoder's output; 0 for the top
 *     layer and whatever is of no layer
 * @param initializer its first values
 * @param variable where its value is kept, in the storage's type
 * @param value the value as the network reads it
 * @param newValue fed to set the value
 * @param assign run to set the value
 */
public record Parameter(
    String name,
    Shape shape,
    ParameterKind kind,
    int layersAbove,
    Initializer initializer,
    Variable<? extends TNumber> variable,
    Operand<TFloat32> value,
    Placeholder<TFloat32> newValue,
    Operand<?> assign) {

  public boolean trained() {
    return kind != ParameterKind.FROZEN;
  }
}
