package org.relunet.graph.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Compares TensorFlow's gradients of a part with central finite differences, element by element, at
 * every input and every trained parameter that the part makes.
 *
 * <pre>{@code
 * GradientCheck.of((context, inputs) -> layer.build(context, inputs.get("x"), inputs.get("mask")))
 *     .input("x", Shape.of(2, 5, 4))
 *     .constant("mask", Shape.of(2, 5), 1, 1, 1, 0, 0, 1, 1, 1, 1, 1)
 *     .check();
 * }</pre>
 *
 * <p>The part is built in a training graph whose step seed is constant, so that dropout and samples
 * stay the same. Its output, of any rank, is made a scalar by fixed pseudo-random weights: a plain
 * sum would hide errors that cancel (the sum of a softmax has no gradient at all). Parameters start
 * at their initial values plus a little noise, so that zeros do not hide anything either.
 *
 * <p>A check can fail in three ways: an element differs; nothing that an input's elements do
 * changes the output (feed it as a constant then); the gradient drowns in rounding errors.
 */
public final class GradientCheck {
  /** A kink between x - h and x + h spoils one step, hardly all three. */
  private static final double[] STEPS = {1e-2, 3e-3, 1e-3};

  private static final int MAXIMUM_ELEMENTS = 200;
  private static final float SINGLE_EPSILON = 1.2e-7f;

  /** Builds the part under test. */
  @FunctionalInterface
  public interface Part {
    /** The output whose gradient is checked: a scalar or a tensor of any rank. */
    Operand<TFloat32> build(GraphContext context, Inputs inputs);
  }

  /** The placeholders of the inputs and constants, by name. */
  public static final class Inputs {
    private final Map<String, Operand<TFloat32>> floats = new LinkedHashMap<>();
    private final Map<String, Operand<TInt32>> integers = new LinkedHashMap<>();

    /** An input or a constant. */
    public Operand<TFloat32> get(String name) {
      return found(name, floats);
    }

    /** An integer constant. */
    public Operand<TInt32> integers(String name) {
      return found(name, integers);
    }

    private static <T> T found(String name, Map<String, T> among) {
      T found = among.get(name);
      if (found == null) {
        throw new IllegalArgumentException("no input '" + name + "' among " + among.keySet());
      }
      return found;
    }
  }

  private record Values(Shape shape, float[] values) {}

  private record Integers(Shape shape, int[] values) {}

  /** What is moved: an input or a parameter. */
  private record Point(String name, Shape shape, float[] values, Operand<?> operand) {}

  private final Part part;
  private final Map<String, Values> inputs = new LinkedHashMap<>();
  private final Map<String, Values> constants = new LinkedHashMap<>();
  private final Map<String, Integers> integers = new LinkedHashMap<>();
  private double tolerance = 1e-2;

  private GradientCheck(Part part) {
    this.part = part;
  }

  /** A check of the part; needs inputs or a part with trained parameters. */
  public static GradientCheck of(Part part) {
    return new GradientCheck(part);
  }

  /** An input to check, filled with fixed pseudo-random values in [-1, 1). */
  public GradientCheck input(String name, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    SplittableRandom random = new SplittableRandom(name.hashCode());
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return input(name, shape, values);
  }

  /** An input to check at the given values, in row-major order. */
  public GradientCheck input(String name, Shape shape, float... values) {
    requireSize(name, shape, values.length);
    inputs.put(name, new Values(shape, values.clone()));
    return this;
  }

  /** A feed that is not checked: a mask, an adjacency. */
  public GradientCheck constant(String name, Shape shape, float... values) {
    requireSize(name, shape, values.length);
    constants.put(name, new Values(shape, values.clone()));
    return this;
  }

  /** An integer feed. */
  public GradientCheck constant(String name, Shape shape, int... values) {
    requireSize(name, shape, values.length);
    integers.put(name, new Integers(shape, values.clone()));
    return this;
  }

  /** Another relative tolerance than 0.01. */
  public GradientCheck tolerance(double relative) {
    this.tolerance = relative;
    return this;
  }

  private static void requireSize(String name, Shape shape, int values) {
    if (shape.size() != values) {
      throw new IllegalArgumentException(
          name + ": shape " + shape + " does not hold " + values + " values");
    }
  }

  /**
   * Builds, runs, compares.
   *
   * @throws AssertionError if a gradient is wrong, naming the input or parameter and the element
   */
  public void check() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Parameters parameters = new Parameters(tf, Parameters.Storage.SINGLE);
      Inputs operands = placeholders(tf);
      Operand<TFloat32> output =
          part.build(GraphContext.training(graph, parameters, tf.constant(1L)), operands);
      List<Point> points = points(operands, parameters);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("neither inputs nor trained parameters to check");
      }
      Operand<TFloat32> weights = tf.placeholder(TFloat32.class);
      Output<?>[] gradients = gradients(graph, output, weights, points);
      try (Session session = new Session(graph)) {
        parameters.initialize(session, parameters.all(), 1);
        Run run = new Run(session, parameters, points, constantFeeds(operands), output);
        run.setParameters();
        float[] at = run.outputValues();
        float[] outputWeights = outputWeights(at.length);
        for (int i = 0; i < points.size(); i++) {
          float[] analytic =
              isAbsent(gradients[i])
                  ? new float[points.get(i).values().length]
                  : run.gradient(gradients[i], weights, outputWeights);
          compare(run, points.get(i), analytic, at, outputWeights);
        }
      }
    }
  }

  /** Where no path to the output has a gradient, TensorFlow gives the output of no operation. */
  private static boolean isAbsent(Output<?> gradient) {
    return gradient == null
        || gradient.op() instanceof GraphOperation operation
            && (operation.getUnsafeNativeHandle() == null
                || operation.getUnsafeNativeHandle().isNull());
  }

  private Inputs placeholders(Ops tf) {
    Inputs operands = new Inputs();
    inputs.forEach((name, given) -> operands.floats.put(name, placeholder(tf, given.shape())));
    constants.forEach((name, given) -> operands.floats.put(name, placeholder(tf, given.shape())));
    integers.forEach(
        (name, given) ->
            operands.integers.put(
                name, tf.placeholder(TInt32.class, Placeholder.shape(given.shape()))));
    return operands;
  }

  private static Operand<TFloat32> placeholder(Ops tf, Shape shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private List<Point> points(Inputs operands, Parameters parameters) {
    List<Point> points = new ArrayList<>();
    inputs.forEach(
        (name, given) ->
            points.add(new Point(name, given.shape(), given.values(), operands.get(name))));
    for (Parameter parameter : parameters.trained()) {
      SplittableRandom random = new SplittableRandom(parameter.name().hashCode());
      float[] values = parameter.initializer().values(parameter.shape(), random);
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (0.2 * random.nextDouble() - 0.1);
      }
      points.add(new Point(parameter.name(), parameter.shape(), values, parameter.value()));
    }
    return points;
  }

  private static Output<?>[] gradients(
      Graph graph, Operand<TFloat32> output, Operand<TFloat32> weights, List<Point> points) {
    Output<?>[] at =
        points.stream().map(point -> point.operand().asOutput()).toArray(Output<?>[]::new);
    return graph.addGradients(
        "checked", new Output<?>[] {output.asOutput()}, at, new Output<?>[] {weights.asOutput()});
  }

  private Map<Operand<?>, Supplier<TType>> constantFeeds(Inputs operands) {
    Map<Operand<?>, Supplier<TType>> feeds = new LinkedHashMap<>();
    constants.forEach(
        (name, given) ->
            feeds.put(
                operands.get(name),
                () -> TFloat32.tensorOf(given.shape(), DataBuffers.of(given.values()))));
    integers.forEach(
        (name, given) ->
            feeds.put(
                operands.integers(name),
                () -> TInt32.tensorOf(given.shape(), DataBuffers.of(given.values()))));
    return feeds;
  }

  /** Of either sign, none near zero: every output element counts. */
  private static float[] outputWeights(int size) {
    SplittableRandom random = new SplittableRandom(42);
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = (float) (0.5 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    }
    return weights;
  }

  private void compare(Run run, Point point, float[] analytic, float[] at, float[] weights) {
    int[] elements =
        new SplittableRandom(7)
            .ints(0, analytic.length)
            .distinct()
            .limit(Math.min(analytic.length, MAXIMUM_ELEMENTS))
            .sorted()
            .toArray();
    double[][] numeric = new double[STEPS.length][elements.length];
    double largest = 0;
    for (int e = 0; e < elements.length; e++) {
      for (int s = 0; s < STEPS.length; s++) {
        numeric[s][e] = run.difference(point, elements[e], STEPS[s], weights);
      }
      largest = Math.max(largest, Math.abs(numeric[0][e]));
    }
    double rounding = 2 * SINGLE_EPSILON * norm(at, weights);
    if (largest <= rounding / STEPS[0]) {
      throw new AssertionError(
          point.name() + ": no element changes the output; if so it should be, feed a constant");
    }
    if (rounding / STEPS[0] > 0.1 * largest) {
      throw new AssertionError(
          "%s: the largest difference, %.3g, drowns in rounding errors of about %.3g: scale the output"
              .formatted(point.name(), largest, rounding / STEPS[0]));
    }
    for (int e = 0; e < elements.length; e++) {
      double got = analytic[elements[e]];
      boolean right = false;
      for (int s = 0; s < STEPS.length; s++) {
        double expected = numeric[s][e];
        double allowed =
            tolerance * Math.max(Math.abs(expected), Math.abs(got))
                + 0.2 * tolerance * largest
                + Math.min(rounding / STEPS[s], 0.1 * largest);
        right |= Math.abs(expected - got) <= allowed;
      }
      if (!right) {
        throw new AssertionError(
            "%s%s: gradient %.6g, but finite differences give %.6g, %.6g and %.6g at steps %s"
                .formatted(
                    point.name(),
                    index(elements[e], point.shape()),
                    got,
                    numeric[0][e],
                    numeric[1][e],
                    numeric[2][e],
                    java.util.Arrays.toString(STEPS)));
      }
    }
  }

  private static double norm(float[] at, float[] weights) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += Math.pow((double) at[i] * weights[i], 2);
    }
    return Math.sqrt(sum);
  }

  /** {@code [1, 0, 3]} for a place in row-major order. */
  private static List<Long> index(long place, Shape shape) {
    List<Long> index = new ArrayList<>();
    for (int axis = shape.numDimensions() - 1; axis >= 0; axis--) {
      index.add(0, place % shape.get(axis));
      place /= shape.get(axis);
    }
    return index;
  }

  /** Runs the graph at points near the given ones. */
  private record Run(
      Session session,
      Parameters parameters,
      List<Point> points,
      Map<Operand<?>, Supplier<TType>> constants,
      Operand<TFloat32> output) {

    void setParameters() {
      points.forEach(point -> setIfParameter(point, point.values()));
    }

    private void setIfParameter(Point point, float[] values) {
      for (Parameter parameter : parameters.trained()) {
        if (parameter.value().asOutput().equals(point.operand().asOutput())) {
          Parameters.assign(session, java.util.Map.of(parameter, values));
        }
      }
    }

    float[] outputValues() {
      return fetch(output.asOutput(), new LinkedHashMap<>());
    }

    float[] gradient(Output<?> gradient, Operand<TFloat32> weights, float[] values) {
      Shape shape = outputShape();
      return fetch(
          gradient, Map.of(weights, () -> TFloat32.tensorOf(shape, DataBuffers.of(values))));
    }

    /** The slope of the weighted output; summed in double precision. */
    double difference(Point point, int element, double step, float[] weights) {
      float[] above = point.values().clone();
      float[] below = point.values().clone();
      above[element] += (float) step;
      below[element] -= (float) step;
      float[] outputAbove = outputAt(point, above);
      float[] outputBelow = outputAt(point, below);
      double difference = 0;
      for (int i = 0; i < weights.length; i++) {
        difference += weights[i] * ((double) outputAbove[i] - outputBelow[i]);
      }
      return difference / ((double) above[element] - below[element]);
    }

    private float[] outputAt(Point point, float[] values) {
      if (point.operand().op().type().equals("Placeholder")) {
        return fetch(
            output.asOutput(),
            Map.of(
                point.operand(), () -> TFloat32.tensorOf(point.shape(), DataBuffers.of(values))));
      }
      setIfParameter(point, values);
      try {
        return outputValues();
      } finally {
        setIfParameter(point, point.values());
      }
    }

    private Shape outputShape() {
      return withFeeds(Map.of(), output.asOutput(), TFloat32::shape);
    }

    private float[] fetch(Output<?> fetched, Map<Operand<?>, Supplier<TType>> changed) {
      return withFeeds(
          changed,
          fetched,
          tensor -> {
            float[] values = new float[Math.toIntExact(tensor.size())];
            tensor.asRawTensor().data().asFloats().read(values);
            return values;
          });
    }

    private <R> R withFeeds(
        Map<Operand<?>, Supplier<TType>> changed,
        Output<?> fetched,
        java.util.function.Function<TFloat32, R> reader) {
      Map<Operand<?>, Supplier<TType>> feeds = new LinkedHashMap<>(constants);
      for (Point point : points) {
        if (point.operand().op().type().equals("Placeholder")) {
          feeds.put(
              point.operand(),
              () -> TFloat32.tensorOf(point.shape(), DataBuffers.of(point.values())));
        }
      }
      feeds.putAll(changed);
      List<TType> tensors = new ArrayList<>();
      try {
        Session.Runner runner = session.runner().fetch(fetched);
        feeds.forEach(
            (operand, supplier) -> {
              TType tensor = supplier.get();
              tensors.add(tensor);
              runner.feed(operand.asOutput(), tensor);
            });
        try (var result = runner.run()) {
          return reader.apply((TFloat32) result.get(0));
        }
      } finally {
        tensors.forEach(TType::close);
      }
    }
  }
}
