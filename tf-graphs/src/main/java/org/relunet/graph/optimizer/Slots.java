package org.relunet.graph.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The variables of an optimizer, and their first values. */
final class Slots {
  private final Ops top;
  private final List<NamedVariable> all = new ArrayList<>();
  private final List<Op> initializers = new ArrayList<>();

  /**
   * @param top builders of the graph, at its top scope
   */
  Slots(Ops top) {
    this.top = top;
  }

  /** A new slot of zeros. */
  Variable<TFloat32> zeros(String name, Shape shape) {
    return make(name, shape, top.fill(top.constant(shape.asArray()), top.constant(0f)));
  }

  /** A new slot with the given first value. */
  Variable<TFloat32> make(String name, Shape shape, Operand<TFloat32> first) {
    Variable<TFloat32> variable = top.withName(name).variable(shape, TFloat32.class);
    all.add(new NamedVariable(name, shape, variable));
    initializers.add(top.withName(name + ".initialize").assign(variable, first));
    return variable;
  }

  List<NamedVariable> all() {
    return List.copyOf(all);
  }

  void initialize(Session session) {
    Session.Runner runner = session.runner();
    initializers.forEach(runner::addTarget);
    runner.run().close();
  }
}
