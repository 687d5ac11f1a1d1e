package org.relunet.graph.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/** The parameters of one graph, in the order in which its parts made them. */
public final class Parameters {
  /** The type in which values are kept between runs; all computing is in single precision. */
  public enum Storage {
    SINGLE,
    /** Half the size; for models that are only read. */
    HALF,
    /**
     * A quarter of the size: matrices as bytes, with a scale in single precision for each index of
     * the last axis ({@link ByteQuantization}), vectors as {@link #HALF}; for models that are only
     * read.
     */
    BYTE
  }

  private final Ops tf;
  private final Storage storage;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /**
   * @param tf builders of the graph, at its top scope
   */
  public Parameters(Ops tf, Storage storage) {
    this.tf = tf;
    this.storage = storage;
  }

  /**
   * The value of the named parameter, made at the first call.
   *
   * @param layersAbove see {@link Parameter}
   * @throws IllegalStateException if it exists with another shape
   */
  public Operand<TFloat32> get(
      String name, Shape shape, ParameterKind kind, int layersAbove, Initializer initializer) {
    Parameter parameter =
        byName.computeIfAbsent(name, absent -> create(name, shape, kind, layersAbove, initializer));
    if (!parameter.shape().equals(shape)) {
      throw new IllegalStateException(
          "parameter " + name + " has shape " + parameter.shape() + ", not " + shape);
    }
    return parameter.value();
  }

  private Parameter create(
      String name, Shape shape, ParameterKind kind, int layersAbove, Initializer initializer) {
    if (shape.hasUnknownDimension()) {
      throw new IllegalArgumentException("parameter " + name + " needs a known shape: " + shape);
    }
    Placeholder<TFloat32> newValue =
        tf.withName(name + ".new_value").placeholder(TFloat32.class, Placeholder.shape(shape));
    KeptValue kept = KeptValue.of(tf, storage, name, shape, newValue);
    return new Parameter(
        name,
        shape,
        kind,
        layersAbove,
        initializer,
        kept.variable(),
        kept.value(),
        newValue,
        kept.assign());
  }

  /** All, in the order of making. */
  public List<Parameter> all() {
    return List.copyOf(byName.values());
  }

  /** Those that training changes, in the order of making. */
  public List<Parameter> trained() {
    return byName.values().stream().filter(Parameter::trained).toList();
  }

  /** Gives the parameters their first values. */
  public void initialize(Session session, Iterable<Parameter> parameters, long seed) {
    Map<Parameter, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      SplittableRandom random = new SplittableRandom(seed * 31 + parameter.name().hashCode());
      values.put(parameter, parameter.initializer().values(parameter.shape(), random));
    }
    assign(session, values);
  }

  /**
   * Sets parameters, all in one run: a run with targets never seen costs a pass over the graph.
   *
   * @throws IllegalArgumentException if a parameter is given another number of values than it has
   */
  public static void assign(Session session, Map<Parameter, float[]> values) {
    if (values.isEmpty()) {
      return;
    }
    Session.Runner runner = session.runner();
    List<TFloat32> tensors = new ArrayList<>();
    try {
      values.forEach(
          (parameter, array) -> {
            if (array.length != parameter.shape().size()) {
              throw new IllegalArgumentException(
                  "parameter "
                      + parameter.name()
                      + " of shape "
                      + parameter.shape()
                      + " was given "
                      + array.length
                      + " values");
            }
            TFloat32 tensor = TFloat32.tensorOf(parameter.shape(), DataBuffers.of(array));
            tensors.add(tensor);
            runner.feed(parameter.newValue().asOutput(), tensor).addTarget(parameter.assign());
          });
      runner.run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  /** The variables behind the parameters, for saving. */
  public static List<Operand<? extends TNumber>> variables(List<Parameter> parameters) {
    List<Operand<? extends TNumber>> variables = new ArrayList<>();
    parameters.forEach(parameter -> variables.add(parameter.variable()));
    return variables;
  }
}
