package org.relunet.graph.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * A graph in which a part is built and run on given values.
 *
 * <p>Inputs are placeholders of unknown sizes, as in the product, but for the width of nodes.
 * Parameters start at their initial values, which depend on their names only, or at those {@link
 * #set}.
 */
public final class GraphRun implements AutoCloseable {
  /** Every kind of run has the graph rewritten, which costs more than the few runs of a test. */
  private static final ConfigProto WITHOUT_OPTIMIZATION =
      ConfigProto.newBuilder()
          .setGraphOptions(
              GraphOptions.newBuilder()
                  .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
          .build();

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Placeholder<TInt64> stepSeed =
      tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
  private final Parameters parameters;
  private final GraphContext context;
  private final Map<String, float[]> chosen = new HashMap<>();
  private final Set<String> ready = new HashSet<>();
  private final List<Consumer<Feeds>> inputs = new ArrayList<>();
  private final Session session = new Session(graph, WITHOUT_OPTIMIZATION);
  private long step = 1;

  private GraphRun(boolean training, Parameters.Storage storage) {
    parameters = new Parameters(tf, storage);
    context =
        training
            ? GraphContext.training(graph, parameters, stepSeed)
            : GraphContext.inference(graph, parameters);
  }

  /** A graph for inference. */
  public static GraphRun inference() {
    return inference(Parameters.Storage.SINGLE);
  }

  /** A graph for inference whose parameters are kept in the given precision. */
  public static GraphRun inference(Parameters.Storage storage) {
    return new GraphRun(false, storage);
  }

  /** A graph for training, at step 1. */
  public static GraphRun training() {
    return new GraphRun(true, Parameters.Storage.SINGLE);
  }

  /** The step seed of the next runs. */
  public GraphRun atStep(long seed) {
    this.step = seed;
    return this;
  }

  /** Where to build the part. */
  public GraphContext context() {
    return context;
  }

  /** A context for inference in the same graph, with the same parameters. */
  public GraphContext inferenceContext() {
    return GraphContext.inference(graph, parameters);
  }

  /** Builders of operations. */
  public Ops tf() {
    return tf;
  }

  /** The parameters made so far. */
  public Parameters parameters() {
    return parameters;
  }

  /** The session, once {@link #run} has given the parameters their values. */
  public Session session() {
    return session;
  }

  /** Gives a parameter other values than its first ones; before or after it is made. */
  public GraphRun set(String name, float... values) {
    chosen.put(name, values);
    ready.remove(name);
    return this;
  }

  /** An input of rank 3 whose last axis is known to the graph. */
  public Operand<TFloat32> nodes(float[][][] values) {
    return input(Shape.of(-1, -1, values[0][0].length), StdArrays.ndCopyOf(values));
  }

  /** An input of rank 3, of unknown sizes. */
  public Operand<TFloat32> matrices(float[][][] values) {
    return input(Shape.of(-1, -1, -1), StdArrays.ndCopyOf(values));
  }

  /** An input of rank 2, of unknown sizes. */
  public Operand<TFloat32> mask(float[][] values) {
    return input(Shape.of(-1, -1), StdArrays.ndCopyOf(values));
  }

  /** An input of which the graph knows the given shape. */
  public Operand<TFloat32> input(Shape known, FloatNdArray values) {
    Placeholder<TFloat32> operand = tf.placeholder(TFloat32.class, Placeholder.shape(known));
    inputs.add(feeds -> feeds.feed(operand, TFloat32.tensorOf(values)));
    return operand;
  }

  /** A vector of integers, of unknown size. */
  public Operand<TInt32> integers(int... values) {
    Placeholder<TInt32> operand = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    inputs.add(feeds -> feeds.feed(operand, TInt32.vectorOf(values)));
    return operand;
  }

  /** Feeds that a part makes itself, with every run from now on. */
  public GraphRun feeding(Consumer<Feeds> filler) {
    inputs.add(filler);
    return this;
  }

  /** Runs and reads what is fetched. */
  public <R> R run(List<? extends Operand<?>> fetched, Function<Result, R> reader) {
    prepareParameters();
    try (Feeds feeds = new Feeds()) {
      feeds.feed(stepSeed, TInt64.scalarOf(step));
      inputs.forEach(input -> input.accept(feeds));
      Session.Runner runner = feeds.to(session.runner());
      fetched.forEach(runner::fetch);
      try (Result result = runner.run()) {
        return reader.apply(result);
      }
    }
  }

  private void prepareParameters() {
    List<Parameter> initial = new ArrayList<>();
    Map<Parameter, float[]> given = new HashMap<>();
    for (Parameter parameter : parameters.all()) {
      if (ready.add(parameter.name())) {
        initial.add(parameter);
        if (chosen.containsKey(parameter.name())) {
          given.put(parameter, chosen.get(parameter.name()));
        }
      }
    }
    parameters.initialize(session, initial, 1);
    Parameters.assign(session, given);
    if (!ready.containsAll(chosen.keySet())) {
      throw new IllegalStateException("not all of " + chosen.keySet() + " are among " + ready);
    }
  }

  /** The elements in row-major order, integers and truth values (0 and 1) too. */
  public float[] values(Operand<?> fetched) {
    return run(List.of(fetched), result -> TensorValues.of(result.get(0)));
  }

  /** The value of a scalar. */
  public float scalar(Operand<TFloat32> fetched) {
    return values(fetched)[0];
  }

  /** The values of a matrix. */
  public float[][] matrix(Operand<TFloat32> fetched) {
    return run(List.of(fetched), result -> StdArrays.array2dCopyOf((TFloat32) result.get(0)));
  }

  /** The values of a tensor of rank 3. */
  public float[][][] cube(Operand<TFloat32> fetched) {
    return run(List.of(fetched), result -> StdArrays.array3dCopyOf((TFloat32) result.get(0)));
  }

  /** The gradient of the sum of y's elements with respect to x, in row-major order. */
  public float[] gradient(Operand<TFloat32> y, Operand<TFloat32> x) {
    Output<?>[] gradients = graph.addGradients(y.asOutput(), new Output<?>[] {x.asOutput()});
    return values(gradients[0]);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
