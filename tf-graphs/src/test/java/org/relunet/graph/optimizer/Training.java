package org.relunet.graph.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.parameter.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A small graph with parameters, a loss and an optimizer, in a session. */
final class Training implements AutoCloseable {
  final Graph graph = new Graph();
  final Ops tf = Ops.create(graph);
  final Parameters parameters = new Parameters(tf, Parameters.Storage.SINGLE);
  final AdamW optimizer;
  final Checkpoint checkpoint;
  final Session session;

  private Training(Function<Training, Operand<TFloat32>> loss, AdamWSettings settings) {
    try {
      optimizer = AdamW.build(graph, tf, parameters, loss.apply(this), settings);
      checkpoint = Checkpoint.of(tf, variables());
      session = new Session(graph);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /** Without values yet. */
  static Training build(AdamWSettings settings, Function<Training, Operand<TFloat32>> loss) {
    return new Training(loss, settings);
  }

  static Training start(AdamWSettings settings, Function<Training, Operand<TFloat32>> loss) {
    Training training = build(settings, loss);
    training.initialize();
    return training;
  }

  /** Two layers fitted to fixed points, one of their parameters frozen. */
  static Operand<TFloat32> regression(Training training) {
    Ops tf = training.tf;
    Operand<TFloat32> x = tf.constant(points(40, 0.37));
    Operand<TFloat32> hidden =
        tf.math.tanh(
            tf.math.add(
                tf.linalg.matMul(
                    x,
                    training.parameter(
                        "first.weights",
                        ParameterKind.ENCODER,
                        Shape.of(4, 8),
                        Initializer.glorotUniform())),
                training.parameter(
                    "first.bias", ParameterKind.ENCODER, Shape.of(8), Initializer.zeros())));
    Operand<TFloat32> scaled =
        tf.math.mul(
            hidden,
            training.parameter(
                "scale", ParameterKind.FROZEN, Shape.of(8), Initializer.constant(1.5f)));
    Operand<TFloat32> predicted =
        tf.linalg.matMul(
            scaled,
            training.parameter(
                "second.weights", ParameterKind.HEAD, Shape.of(8, 4), Initializer.glorotUniform()));
    return tf.math.mean(
        tf.math.squaredDifference(predicted, tf.constant(points(40, 0.91))),
        tf.constant(new int[] {0, 1}));
  }

  private static float[][] points(int number, double frequency) {
    float[][] points = new float[number][4];
    for (int i = 0; i < number; i++) {
      for (int j = 0; j < 4; j++) {
        points[i][j] = (float) Math.sin(frequency * (4 * i + j));
      }
    }
    return points;
  }

  Operand<TFloat32> parameter(
      String name, ParameterKind kind, Shape shape, Initializer initializer) {
    return parameters.get(name, shape, kind, 0, initializer);
  }

  /** A parameter with the given first values. */
  Operand<TFloat32> parameter(String name, ParameterKind kind, Shape shape, float... values) {
    return parameter(name, kind, shape, (s, random) -> values.clone());
  }

  /** The inner product of an operand with constants, which are its gradient then. */
  Operand<TFloat32> inner(Operand<TFloat32> operand, float... gradient) {
    return tf.sum(
        tf.math.mul(tf.reshape(operand, tf.constant(new int[] {-1})), tf.constant(gradient)),
        tf.constant(0));
  }

  void initialize() {
    parameters.initialize(session, parameters.all(), 1);
    optimizer.initialize(session);
  }

  /** Runs steps and gives the last norm of the gradient. */
  float step(int times, double encoderRate, double headRate) {
    float norm = Float.NaN;
    for (int time = 0; time < times; time++) {
      try (TFloat32 encoder = TFloat32.scalarOf((float) encoderRate);
          TFloat32 head = TFloat32.scalarOf((float) headRate);
          Result result =
              session
                  .runner()
                  .feed(optimizer.encoderLearningRate(), encoder)
                  .feed(optimizer.headLearningRate(), head)
                  .addTarget(optimizer.step())
                  .fetch(optimizer.gradientNorm())
                  .run()) {
        norm = ((TFloat32) result.get(0)).getFloat();
      }
    }
    return norm;
  }

  void run(Op target) {
    session.runner().addTarget(target).run().close();
  }

  /** All parameters and slots. */
  List<NamedVariable> variables() {
    List<NamedVariable> variables = new ArrayList<>();
    parameters.all().forEach(parameter -> variables.add(NamedVariable.of(parameter)));
    variables.addAll(optimizer.slots());
    return variables;
  }

  /** The values of a parameter or slot. */
  float[] values(String name) {
    NamedVariable named =
        variables().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    try (Result result = session.runner().fetch(named.variable()).run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      float[] values = new float[(int) tensor.size()];
      tensor.asRawTensor().data().asFloats().read(values);
      return values;
    }
  }

  /** The values of all parameters and slots, one after another. */
  List<float[]> allValues() {
    return variables().stream().map(variable -> values(variable.name())).toList();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
