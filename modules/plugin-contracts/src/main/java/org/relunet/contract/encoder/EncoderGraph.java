package org.relunet.contract.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.EncoderOutput;
import org.relunet.graph.part.EncoderPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.part.PieceInputs;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** An encoder in a graph of its own, initialised and ready to run, for training and inference. */
public final class EncoderGraph implements AutoCloseable {
  private final Graph graph = new Graph();
  private final PieceInputs inputs;
  private final Parameters parameters;
  private final Placeholder<TInt64> stepSeed;
  private final EncoderOutput inference;
  private final EncoderOutput training;
  private final Operand<TFloat32> loss;
  private final Output<?>[] gradients;
  private final Session session;

  /**
   * @param seed of random first values
   */
  public EncoderGraph(EncoderPart encoder, long seed) {
    Ops tf = Ops.create(graph);
    inputs = PieceInputs.placeholders(tf);
    stepSeed = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    parameters = new Parameters(tf, Parameters.Storage.SINGLE);
    inference = encoder.build(GraphContext.inference(graph, parameters), inputs);
    training = encoder.build(GraphContext.training(graph, parameters, stepSeed), inputs);
    loss = weightedSum(tf, training.words(), encoder.width());
    gradients =
        graph.addGradients(
            loss.asOutput(),
            parameters.trained().stream()
                .map(parameter -> parameter.value().asOutput())
                .toArray(Output<?>[]::new));
    session = new Session(graph);
    parameters.initialize(session, parameters.all(), seed);
  }

  /** Weights, because normalised vectors have a constant sum, and a constant sum of squares. */
  private static Operand<TFloat32> weightedSum(Ops tf, Operand<TFloat32> words, int width) {
    Operand<TFloat32> weights =
        tf.math.cos(tf.range(tf.constant(0f), tf.constant((float) width), tf.constant(1f)));
    return tf.sum(tf.math.mul(words, weights), tf.constant(new int[] {0, 1, 2}));
  }

  /** The encoder's parameters. */
  public Parameters parameters() {
    return parameters;
  }

  /** The part of the graph without randomness. */
  public EncoderOutput inference() {
    return inference;
  }

  /** The part of the graph that is trained. */
  public EncoderOutput training() {
    return training;
  }

  /** E of an inference run: [B][N][d]. */
  public float[][][] words(EncoderBatch batch) {
    return fetch(inference.words(), batch, 0);
  }

  /** A tensor of rank 3, of an inference run, padded places being fed the filler. */
  public float[][][] fetch(Operand<TFloat32> target, EncoderBatch batch, int filler) {
    try (Feeds feeds = batch.feeds(inputs, filler);
        Result result = feeds.to(session.runner()).fetch(target).run()) {
      return TensorValues.nested((TFloat32) result.get(0));
    }
  }

  /** E of an inference run in which a tensor of rank 3 is fed instead of being computed. */
  public float[][][] wordsGiven(
      Operand<TFloat32> replaced, float[][][] values, EncoderBatch batch) {
    try (Feeds feeds = batch.feeds(inputs, 0)) {
      feeds.feed(replaced, TensorValues.tensor(values));
      try (Result result = feeds.to(session.runner()).fetch(inference.words()).run()) {
        return TensorValues.nested((TFloat32) result.get(0));
      }
    }
  }

  /** E of a training run. */
  public float[][][] trainingWords(EncoderBatch batch, long step) {
    return trainingFetch(training.words(), batch, step);
  }

  /** A tensor of rank 3, of a training run. */
  public float[][][] trainingFetch(Operand<TFloat32> target, EncoderBatch batch, long step) {
    try (Feeds feeds = batch.feeds(inputs, 0).feed(stepSeed, TInt64.scalarOf(step));
        Result result = feeds.to(session.runner()).fetch(target).run()) {
      return TensorValues.nested((TFloat32) result.get(0));
    }
  }

  /** The sum of E's elements in a training run, each with a weight of its own. */
  public double loss(EncoderBatch batch, long step) {
    try (Feeds feeds = batch.feeds(inputs, 0).feed(stepSeed, TInt64.scalarOf(step));
        Result result = feeds.to(session.runner()).fetch(loss).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  /** The gradient of {@link #loss} at each trained parameter, in the order of making. */
  public List<float[]> gradients(EncoderBatch batch, long step) {
    List<float[]> values = new ArrayList<>();
    try (Feeds feeds = batch.feeds(inputs, 0).feed(stepSeed, TInt64.scalarOf(step))) {
      Session.Runner runner = feeds.to(session.runner());
      for (Output<?> gradient : gradients) {
        runner.fetch(gradient);
      }
      try (Result result = runner.run()) {
        for (int i = 0; i < gradients.length; i++) {
          values.add(TensorValues.flat((TFloat32) result.get(i)));
        }
      }
    }
    return values;
  }

  /** The values of a parameter. */
  public float[] value(Parameter parameter) {
    try (Result result = session.runner().fetch(parameter.value()).run()) {
      return TensorValues.flat((TFloat32) result.get(0));
    }
  }

  /** Changes a parameter. */
  public void set(Parameter parameter, float[] values) {
    Parameters.assign(session, Map.of(parameter, values));
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
