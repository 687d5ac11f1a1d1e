package org.relunet.contract.extractor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.optimizer.AdamW;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.CoreEdges;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** An extractor in a graph of its own, initialised and ready to run and to train. */
public final class ExtractorGraph implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Parameters parameters;
  private final Placeholder<TFloat32> words;
  private final Placeholder<TFloat32> wordMask;
  private final Placeholder<TInt64> stepSeed;
  private final ExtractorPart.Training training;
  private final ExtractorPart.Inference inference;
  private final Optional<ExtractorPart.Trials> trials;
  private final AdamW optimizer;
  private final Output<?>[] gradients;
  private final Session session;
  private final int width;

  /**
   * @param width d of the word vectors
   */
  public ExtractorGraph(ExtractorPart extractor, int width) {
    this.width = width;
    Ops tf = Ops.create(graph);
    words = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, width)));
    wordMask = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1)));
    stepSeed = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    parameters = new Parameters(tf, Parameters.Storage.SINGLE);
    ExtractorInput input = new ExtractorInput(words, wordMask, Optional.of(coreEdges(tf)));
    training =
        extractor.buildTraining(
            GraphContext.training(graph, parameters, stepSeed),
            input,
            TagLoss.PLAIN,
            SoftTagLoss.NONE);
    inference = extractor.buildInference(GraphContext.inference(graph, parameters), input);
    trials = extractor.buildTrials(GraphContext.inference(graph, parameters), input);
    optimizer = AdamW.build(graph, tf, parameters, training.loss(), new AdamWSettings(0, 0));
    List<Output<?>> at = new ArrayList<>(List.of(words.asOutput()));
    parameters.trained().forEach(parameter -> at.add(parameter.value().asOutput()));
    gradients = graph.addGradients(training.loss().asOutput(), at.toArray(Output<?>[]::new));
    session = new Session(graph);
    parameters.initialize(session, parameters.all(), 1);
    optimizer.initialize(session);
  }

  /** A core of two nodes, each word belonging to them as its first two numbers say. */
  private CoreEdges coreEdges(Ops tf) {
    Operand<TFloat32> numbers = // [B, N, 2]
        tf.slice(words, tf.constant(new int[] {0, 0, 0}), tf.constant(new int[] {-1, -1, 2}));
    Operand<TFloat32> decomposition = tf.nn.softmax(numbers);
    Operand<TInt32> sentences = // [1]
        tf.gather(tf.shape(words), tf.constant(new int[] {0}), tf.constant(0));
    Operand<TFloat32> adjacency = // [B, 2, 2]
        tf.broadcastTo(
            tf.constant(new float[][][] {{{0, 1}, {1, 0}}}),
            tf.concat(List.of(sentences, tf.constant(new int[] {2, 2})), tf.constant(0)));
    return new CoreEdges(decomposition, adjacency);
  }

  /** All that the extractor made, for training and inference. */
  public List<Parameter> parameters() {
    return parameters.all();
  }

  /** What is fetched to find triples, and what it means. */
  ExtractorPart.Inference inference() {
    return inference;
  }

  /** The loss of a training run. */
  public float loss(List<WordVectors> batch, int padding, long step) {
    try (Feeds feeds = labelled(batch, padding, step);
        Result result = feeds.to(session.runner()).fetch(training.loss()).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  /** Changes the parameters, a few times. */
  public void train(List<WordVectors> batch, int steps, float rate) {
    for (int step = 0; step < steps; step++) {
      try (Feeds feeds = labelled(batch, 0, step)) {
        feeds
            .feed(optimizer.encoderLearningRate(), TFloat32.scalarOf(rate))
            .feed(optimizer.headLearningRate(), TFloat32.scalarOf(rate));
        feeds.to(session.runner()).addTarget(optimizer.step()).run().close();
      }
    }
  }

  /** The loss's gradient by name of the parameter, and under "words" that of H, as stored. */
  public Map<String, float[]> gradients(List<WordVectors> batch, int padding) {
    Map<String, float[]> values = new LinkedHashMap<>();
    try (Feeds feeds = labelled(batch, padding, 1)) {
      Session.Runner runner = feeds.to(session.runner());
      Arrays.stream(gradients).forEach(runner::fetch);
      try (Result result = runner.run()) {
        values.put("words", floats(result.get(0)));
        List<Parameter> trained = parameters.trained();
        for (int i = 0; i < trained.size(); i++) {
          values.put(trained.get(i).name(), floats(result.get(i + 1)));
        }
      }
    }
    return values;
  }

  /** The triples of each sentence, with so many padded words more than needed. */
  public List<List<ScoredTriple>> triples(List<WordVectors> batch, int padding) {
    return fetch(
        batch, padding, inference.outputs(), values -> inference.decode(values, batch.size()));
  }

  /** What the extractor's trials find in each sentence; empty where it has none. */
  Optional<List<ExtractorPart.Trials.Reading>> readings(List<WordVectors> batch) {
    return trials.map(
        tried -> fetch(batch, 0, tried.outputs(), values -> tried.read(values, batch.size())));
  }

  private <R> R fetch(
      List<WordVectors> batch,
      int padding,
      Map<String, Operand<?>> outputs,
      Function<Map<String, Tensor>, R> reader) {
    try (Feeds feeds = feeds(batch, padding)) {
      Session.Runner runner = feeds.to(session.runner());
      outputs.values().forEach(runner::fetch);
      try (Result result = runner.run()) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        int index = 0;
        for (String name : outputs.keySet()) {
          values.put(name, result.get(index++));
        }
        return reader.apply(values);
      }
    }
  }

  private Feeds labelled(List<WordVectors> batch, int padding, long step) {
    Feeds feeds = feeds(batch, padding).feed(stepSeed, TInt64.scalarOf(step));
    training.feedLabels(
        batch.stream().map(WordVectors::labels).toList(), most(batch) + padding, feeds);
    return feeds;
  }

  /** Padded words are fed numbers, which must not matter. */
  private Feeds feeds(List<WordVectors> batch, int padding) {
    int most = most(batch) + padding;
    float[] vectors = new float[batch.size() * most * width];
    Arrays.fill(vectors, 3);
    float[] mask = new float[batch.size() * most];
    for (int b = 0; b < batch.size(); b++) {
      for (int word = 0; word < batch.get(b).size(); word++) {
        int row = b * most + word;
        mask[row] = 1;
        System.arraycopy(batch.get(b).vectors()[word], 0, vectors, row * width, width);
      }
    }
    return new Feeds()
        .feed(
            words, TFloat32.tensorOf(Shape.of(batch.size(), most, width), DataBuffers.of(vectors)))
        .feed(wordMask, TFloat32.tensorOf(Shape.of(batch.size(), most), DataBuffers.of(mask)));
  }

  private static int most(List<WordVectors> batch) {
    return batch.stream().mapToInt(WordVectors::size).max().orElseThrow();
  }

  private static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
