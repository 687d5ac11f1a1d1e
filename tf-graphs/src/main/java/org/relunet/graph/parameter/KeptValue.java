package org.relunet.graph.parameter;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/**
 * How a graph keeps one parameter.
 *
 * @param variable where the value is, in the storage's type
 * @param value in single precision
 * @param assign run to set the value
 */
record KeptValue(Variable<? extends TNumber> variable, Operand<TFloat32> value, Operand<?> assign) {
  /**
   * @param name of the variable
   * @param newValue of this shape
   */
  static KeptValue of(
      Ops tf, Parameters.Storage storage, String name, Shape shape, Operand<TFloat32> newValue) {
    return switch (storage) {
      case SINGLE -> single(tf, name, shape, newValue);
      case HALF -> half(tf, name, shape, newValue);
      case BYTE ->
          shape.numDimensions() < 2
              ? half(tf, name, shape, newValue)
              : bytes(tf, name, shape, newValue);
    };
  }

  private static KeptValue single(Ops tf, String name, Shape shape, Operand<TFloat32> newValue) {
    Variable<TFloat32> variable = tf.withName(name).variable(shape, TFloat32.class);
    return new KeptValue(variable, variable, tf.assign(variable, newValue));
  }

  private static KeptValue half(Ops tf, String name, Shape shape, Operand<TFloat32> newValue) {
    Variable<TFloat16> variable = tf.withName(name).variable(shape, TFloat16.class);
    return new KeptValue(
        variable,
        tf.dtypes.cast(variable, TFloat32.class),
        tf.assign(variable, tf.dtypes.cast(newValue, TFloat16.class)));
  }

  private static KeptValue bytes(Ops tf, String name, Shape shape, Operand<TFloat32> newValue) {
    Variable<TUint8> variable = tf.withName(name).variable(shape, TUint8.class);
    Variable<TFloat32> scale =
        tf.withName(ByteQuantization.scaleName(name))
            .variable(Shape.of(shape.get(shape.numDimensions() - 1)), TFloat32.class);
    Operand<TFloat32> newScale = ByteQuantization.scale(tf, newValue);
    Operand<TFloat32> scaleAssigned = tf.assign(scale, newScale);
    return new KeptValue(
        variable,
        ByteQuantization.values(tf, variable, scale),
        tf.withControlDependencies(scaleAssigned)
            .assign(variable, ByteQuantization.bytes(tf, newValue, newScale)));
  }
}
