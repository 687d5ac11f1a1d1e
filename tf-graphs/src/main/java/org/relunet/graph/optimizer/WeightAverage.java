package org.relunet.graph.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.graph.parameter.Parameter;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The exponential moving average of the parameters over the steps (Polyak and Juditsky 1992), which
 * often scores better than the last values: {@code a := a + (1 - d) (w - a)}, starting from the
 * first values. After t steps {@code d = min(decay, (1 + t) / (10 + t))}: the average would carry
 * its beginning for long otherwise.
 */
final class WeightAverage {
  private final Slots slots;
  private final Variable<TFloat32> steps;
  private final Operand<TFloat32> rate;
  private final Map<Parameter, Variable<TFloat32>> averages = new LinkedHashMap<>();

  private WeightAverage(Slots slots, Variable<TFloat32> steps, Operand<TFloat32> rate) {
    this.slots = slots;
    this.steps = steps;
    this.rate = rate;
  }

  static WeightAverage build(Ops tf, Slots slots, double decay) {
    Variable<TFloat32> steps = // exact up to 2^24, where the decay has long stopped changing
        slots.zeros("average.steps", Shape.scalar());
    Operand<TFloat32> early =
        tf.math.div(tf.math.add(steps, tf.constant(1f)), tf.math.add(steps, tf.constant(10f)));
    Operand<TFloat32> present = tf.math.minimum(tf.constant((float) decay), early);
    return new WeightAverage(slots, steps, tf.math.sub(tf.constant(1f), present));
  }

  /**
   * Moves the average towards a parameter's new value.
   *
   * @param value computed after the update
   */
  Op update(Ops tf, Parameter parameter, Operand<TFloat32> value) {
    Variable<TFloat32> average =
        slots.make(
            "average.value." + parameter.name(),
            parameter.shape(),
            NamedVariable.of(parameter).variable());
    averages.put(parameter, average);
    return tf.assignAdd(average, tf.math.mul(rate, tf.math.sub(value, average)));
  }

  /** To run after all updates. */
  Op countStep(Ops tf) {
    return tf.assignAdd(steps, tf.constant(1f));
  }

  /** Exchanges parameters and averages. */
  List<Op> swap(Ops tf) {
    List<Op> swapped = new ArrayList<>();
    averages.forEach(
        (parameter, average) -> {
          Variable<TFloat32> variable = NamedVariable.of(parameter).variable();
          Operand<TFloat32> parameterCopy = tf.deepCopy(variable); // a variable's output is no copy
          Operand<TFloat32> averageCopy = tf.deepCopy(average);
          Ops copied = tf.withControlDependencies(List.<Op>of(parameterCopy, averageCopy));
          swapped.add(copied.assign(variable, averageCopy));
          swapped.add(copied.assign(average, parameterCopy));
        });
    return swapped;
  }
}
