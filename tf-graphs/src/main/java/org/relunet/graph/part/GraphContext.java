package org.relunet.graph.part;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.parameter.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;

/**
 * Where a part adds its operations: a graph, the parameters, a place in the hierarchy of names, and
 * whether it is for training. Immutable but for the graph behind it.
 */
public final class GraphContext {
  private static final int SIXTEEN_BITS = 1 << 16;

  private final Graph graph;
  private final Ops tf;
  private final Parameters parameters;
  private final Mode mode;
  private final String path;
  private final int layersAbove;
  private final Operand<TInt64> stepSeed;
  private final AtomicInteger randomOperations;

  private GraphContext(
      Graph graph,
      Ops tf,
      Parameters parameters,
      Mode mode,
      String path,
      int layersAbove,
      Operand<TInt64> stepSeed,
      AtomicInteger randomOperations) {
    this.graph = graph;
    this.tf = tf;
    this.parameters = parameters;
    this.mode = mode;
    this.path = path;
    this.layersAbove = layersAbove;
    this.stepSeed = stepSeed;
    this.randomOperations = randomOperations;
  }

  /**
   * A context for training.
   *
   * @param stepSeed scalar placeholder, fed another value every step: the source of all randomness
   */
  public static GraphContext training(
      Graph graph, Parameters parameters, Operand<TInt64> stepSeed) {
    Ops tf = Ops.create(graph).withSubScope("training");
    return new GraphContext(
        graph, tf, parameters, Mode.TRAINING, "", 0, stepSeed, new AtomicInteger());
  }

  /** A context for inference. */
  public static GraphContext inference(Graph graph, Parameters parameters) {
    Ops tf = Ops.create(graph).withSubScope("inference");
    return new GraphContext(
        graph, tf, parameters, Mode.INFERENCE, "", 0, null, new AtomicInteger());
  }

  /** The context of a part inside this one: parameters and operations are named below it. */
  public GraphContext within(String name) {
    String below = path.isEmpty() ? name : path + "." + name;
    return new GraphContext(
        graph,
        tf.withSubScope(name),
        parameters,
        mode,
        below,
        layersAbove,
        stepSeed,
        randomOperations);
  }

  /**
   * The context of a part of the encoder that lies below so many of its layers; see {@link
   * org.relunet.graph.parameter.Parameter#layersAbove()}.
   */
  public GraphContext belowLayers(int layers) {
    return new GraphContext(graph, tf, parameters, mode, path, layers, stepSeed, randomOperations);
  }

  public Graph graph() {
    return graph;
  }

  /** Builders of operations, named below this context. */
  public Ops tf() {
    return tf;
  }

  public Parameters parameters() {
    return parameters;
  }

  public Mode mode() {
    return mode;
  }

  /** The value of a parameter of this part; created at the first call for its name. */
  public Operand<TFloat32> parameter(
      String name, Shape shape, ParameterKind kind, Initializer initializer) {
    return parameters.get(
        path.isEmpty() ? name : path + "." + name, shape, kind, layersAbove, initializer);
  }

  /**
   * Numbers uniform in [0, 1) of the given operand's shape, other ones every step; the same for the
   * same step seed.
   *
   * @throws IllegalStateException in an inference graph, which has no randomness
   */
  public Operand<TFloat32> uniform(Operand<TFloat32> shapedLike) {
    return tf.random.statelessRandomUniform(tf.shape(shapedLike), seed());
  }

  private Operand<TInt64> seed() {
    if (mode != Mode.TRAINING) {
      throw new IllegalStateException(path + ": an inference graph has no random numbers");
    }
    Operand<TInt64> operation = tf.constant((long) randomOperations.getAndIncrement());
    return tf.stack(List.of(stepSeed, operation));
  }

  /**
   * Inverted dropout: identity in an inference graph and at rate 0.
   *
   * @param rate share of the values set to 0, to a multiple of 2^-16
   */
  public Operand<TFloat32> dropout(Operand<TFloat32> x, double rate) {
    if (mode == Mode.INFERENCE || rate == 0) {
      return x;
    }
    Ops here = tf.withSubScope("dropout");
    int dropped = inSixteenBits(rate);
    float scale = SIXTEEN_BITS / (float) (SIXTEEN_BITS - dropped);
    return here.math.mul(x, here.math.mul(kept(here, x, dropped), here.constant(scale)));
  }

  /**
   * Sets whole examples to zero in training: stochastic depth (Huang et al. 2016,
   * arXiv:1603.09382), where what is not omitted is not scaled, as inference is to see what was
   * trained. Identity in an inference graph and at rate 0.
   *
   * @param x [B, n, d]
   * @param rate share of the B examples
   */
  public Operand<TFloat32> omitted(Operand<TFloat32> x, double rate) {
    if (mode == Mode.INFERENCE || rate == 0) {
      return x;
    }
    Operand<TFloat32> one = // [B, 1, 1]
        tf.slice(x, tf.constant(new int[] {0, 0, 0}), tf.constant(new int[] {-1, 1, 1}));
    return tf.math.mul(x, kept(tf, one, inSixteenBits(rate)));
  }

  private static int inSixteenBits(double rate) {
    return (int) Math.round(rate * SIXTEEN_BITS);
  }

  /**
   * 0 where a random number of 16 bits is below the given one, 1 at the others. Two such numbers
   * come from one draw: drawing is most of what dropout costs.
   */
  private Operand<TFloat32> kept(Ops here, Operand<TFloat32> shapedLike, int dropped) {
    Operand<TInt32> size = here.size(shapedLike);
    Operand<TInt32> draws =
        here.math.floorDiv(here.math.add(size, here.constant(1)), here.constant(2));
    Operand<TUint16> pairs = // [draws, 2]
        here.bitcast(
            here.random.statelessRandomUniformFullInt(
                here.reshape(draws, here.constant(new int[] {1})), seed(), TInt32.class),
            TUint16.class);
    Operand<TUint16> numbers =
        here.reshape(
            here.slice(
                here.reshape(pairs, here.constant(new int[] {-1})),
                here.constant(new int[] {0}),
                here.reshape(size, here.constant(new int[] {1}))),
            here.shape(shapedLike));
    Operand<TUint16> limit = here.dtypes.cast(here.constant(dropped), TUint16.class);
    return here.dtypes.cast(here.math.greaterEqual(numbers, limit), TFloat32.class);
  }
}
