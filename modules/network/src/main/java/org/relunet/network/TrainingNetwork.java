package org.relunet.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.log.FirstNotes;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.optimizer.AdamW;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.optimizer.Checkpoint;
import org.relunet.graph.optimizer.NamedVariable;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A network that learns: loss, gradients and updates, and the same parameters for inference. */
public final class TrainingNetwork implements AutoCloseable {
  private final NetworkParts parts;
  private final Graph graph = new Graph();
  private final Parameters parameters;
  private final TrainingGraph training;
  private final InferenceGraph inference;
  private final AdamW optimizer;
  private final TrainingUpdate update;
  private final CoreGradients coreGradients;
  private final Checkpoint everything;
  private final Checkpoint trained;
  private final Session session;

  /** A network that nobody teaches. */
  public TrainingNetwork(
      NetworkParts parts,
      LossSettings losses,
      AdamWSettings optimization,
      SessionSettings threads) {
    this(parts, losses, SoftTagLoss.NONE, optimization, threads);
  }

  /**
   * Builds the graph, 5 to 10 s for twelve layers; the parameters have no values yet.
   *
   * @param softTagLoss of the soft labels that every batch then needs, if somebody teaches
   * @throws IllegalArgumentException if somebody is to, but the extractor can't learn so
   */
  public TrainingNetwork(
      NetworkParts parts,
      LossSettings losses,
      SoftTagLoss softTagLoss,
      AdamWSettings optimization,
      SessionSettings threads) {
    this.parts = parts;
    Ops tf = Ops.create(graph);
    parameters = new Parameters(tf, Parameters.Storage.SINGLE);
    NetworkInputs inputs = NetworkInputs.placeholders(tf, parts.settings());
    Placeholder<TInt64> stepSeed = tf.withName("step_seed").placeholder(TInt64.class);
    training =
        new TrainingGraph(
            GraphContext.training(graph, parameters, stepSeed), parts, inputs, losses, softTagLoss);
    inference = new InferenceGraph(GraphContext.inference(graph, parameters), parts, inputs);
    optimizer = AdamW.build(graph, tf, parameters, training.loss(), optimization);
    update = new TrainingUpdate(optimizer, stepSeed, training.losses(), training.measures());
    coreGradients = CoreGradients.build(graph, tf, training, stepSeed);
    List<NamedVariable> learned = parameters.trained().stream().map(NamedVariable::of).toList();
    trained = Checkpoint.of(tf, learned);
    everything =
        Checkpoint.of(tf, Stream.concat(learned.stream(), optimizer.slots().stream()).toList());
    FirstNotes.draw(threads.oneRunAtATime());
    session = new Session(graph, threads.oneRunAtATime());
  }

  /** Gives all parameters their first values, and the optimizer its own. */
  public void initialize(long seed) {
    parameters.initialize(session, parameters.all(), seed);
    optimizer.initialize(session); // its averages begin with the parameters
  }

  /**
   * The same where some parameters begin with other values.
   *
   * @param start is given the first values of the trained parameters, and gives those in whose
   *     place others are to stand
   */
  public void initialize(
      long seed, Function<Map<Parameter, ShapedValues>, ? extends Map<Parameter, float[]>> start) {
    parameters.initialize(session, parameters.all(), seed);
    Map<String, float[]> values = trainedValues();
    Map<Parameter, ShapedValues> fresh = new LinkedHashMap<>();
    for (Parameter parameter : parameters.trained()) {
      fresh.put(parameter, new ShapedValues(parameter.shape(), values.get(parameter.name())));
    }
    Parameters.assign(session, start.apply(fresh));
    optimizer.initialize(session);
  }

  /** Gives the parameters that no training changes their values, as before a checkpoint is read. */
  public void initializeFrozen(long seed) {
    parameters.initialize(
        session,
        parameters.all().stream().filter(parameter -> !parameter.trained()).toList(),
        seed);
  }

  public List<Parameter> parameters() {
    return parameters.all();
  }

  /** Whether some layers are frozen, so that their output may be kept. */
  public boolean hasFrozenStates() {
    return training.frozenBoundary().isPresent();
  }

  /**
   * Runs the frozen layers over all sentences of a data set.
   *
   * @param directory where the result is kept
   * @param progress told the number of sentences done
   */
  public FrozenStates frozenStates(
      List<NumericSentence> sentences, Path directory, IntConsumer progress) {
    return FrozenStates.compute(
        inference,
        inference.frozenBoundary().orElseThrow(),
        session,
        parts.encoder().width(),
        sentences,
        directory,
        progress);
  }

  /** As below, for a network that nobody teaches. */
  public Feeds prepare(List<LabelledSentence> batch, Optional<FrozenStates> states) {
    return prepare(batch, states, Optional.empty());
  }

  /**
   * Makes the tensors of a step: on any thread, while another step runs.
   *
   * @param states of the data set that the sentences' indices count in; empty computes all layers
   * @param softLabels of the same data set, where somebody teaches
   */
  public Feeds prepare(
      List<LabelledSentence> batch,
      Optional<FrozenStates> states,
      Optional<SoftLabels> softLabels) {
    Feeds feeds = inference.feeds(batch.stream().map(LabelledSentence::sentence).toList());
    states.ifPresent(
        kept -> feedStates(kept, batch, List.of(training.frozenBoundary().orElseThrow()), feeds));
    training.feedLabels(batch, softLabels, feeds);
    return feeds;
  }

  private static void feedStates(
      FrozenStates states,
      List<LabelledSentence> batch,
      List<Operand<TFloat32>> boundaries,
      Feeds feeds) {
    states.feed(
        batch.stream().mapToInt(LabelledSentence::index).toArray(),
        NumericSentence.mostPieces(batch.stream().map(LabelledSentence::sentence).toList()),
        boundaries,
        feeds);
  }

  /**
   * One update of the parameters.
   *
   * @param prepared by {@link #prepare}; not closed here
   * @param seed of the step's randomness
   * @throws NonFiniteException if the loss or its gradient is not finite; the latter changes
   *     nothing
   */
  public TrainingStep step(
      Feeds prepared, double encoderLearningRate, double headLearningRate, long seed) {
    return update.run(session, prepared, encoderLearningRate, headLearningRate, seed);
  }

  /**
   * How strongly the losses of a batch pull at the core topology, by name: the norms of the
   * gradients of the extraction's losses and of the core's own, with respect to X^(L). Empty where
   * nothing is pooled.
   *
   * @param prepared as for {@link #step}
   */
  public Map<String, Double> coreGradients(Feeds prepared, long seed) {
    return coreGradients.of(session, prepared, seed);
  }

  /**
   * Exchanges the trained parameters and their running averages, where averages are kept: before a
   * score or the storing of a model, and again before the next step.
   */
  public void swapAverages() {
    optimizer.swapAverages().ifPresent(swap -> session.runner().addTarget(swap).run().close());
  }

  /** The triples of a batch with the present parameters. */
  public List<List<ScoredTriple>> extract(
      List<LabelledSentence> batch, Optional<FrozenStates> states) {
    try (Feeds feeds = inferenceFeeds(batch, states)) {
      return inference.extract(session, batch.size(), feeds);
    }
  }

  private Feeds inferenceFeeds(List<LabelledSentence> batch, Optional<FrozenStates> states) {
    Feeds feeds = inference.feeds(batch.stream().map(LabelledSentence::sentence).toList());
    states.ifPresent(
        kept -> feedStates(kept, batch, List.of(inference.frozenBoundary().orElseThrow()), feeds));
    return feeds;
  }

  /**
   * Adds the operations that try other settings of the extractor; empty where it has none to try.
   * To be called once.
   */
  public Optional<ExtractorPart.Trials> buildTrials() {
    return inference.buildTrials(GraphContext.inference(graph, parameters));
  }

  /**
   * What each trial finds in a batch with the present parameters, of one run.
   *
   * @param trials of this network
   */
  public List<ExtractorPart.Trials.Reading> read(
      ExtractorPart.Trials trials, List<LabelledSentence> batch, Optional<FrozenStates> states) {
    try (Feeds feeds = inferenceFeeds(batch, states)) {
      return InferenceGraph.fetch(
          session, feeds, trials.outputs(), values -> trials.read(values, batch.size()));
    }
  }

  /** Writes parameters and optimizer: all that going on needs. */
  public void saveAll(Path checkpoint) throws IOException {
    everything.save(session, checkpoint);
  }

  /** Reads what {@link #saveAll} wrote; frozen parameters are initialised, not read. */
  public void restoreAll(Path checkpoint) throws IOException {
    everything.restore(session, checkpoint);
  }

  /** Writes the trained parameters alone. */
  public void saveTrained(Path checkpoint) throws IOException {
    trained.save(session, checkpoint);
  }

  /** Reads what {@link #saveTrained} wrote. */
  public void restoreTrained(Path checkpoint) throws IOException {
    trained.restore(session, checkpoint);
  }

  /** The present values of the trained parameters. */
  public Map<String, float[]> trainedValues() {
    List<Parameter> some = parameters.trained();
    Session.Runner runner = session.runner();
    some.forEach(parameter -> runner.fetch(parameter.value()));
    Map<String, float[]> values = new LinkedHashMap<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < some.size(); i++) {
        TFloat32 tensor = (TFloat32) result.get(i);
        float[] array = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(array);
        values.put(some.get(i).name(), array);
      }
    }
    return values;
  }

  /**
   * Gives the trained parameters other values; the optimizer keeps its own.
   *
   * @param values of all of them, by name
   * @throws IllegalArgumentException if there is one too few or too many, or of another size
   */
  public void setTrainedValues(Map<String, float[]> values) {
    Map<Parameter, float[]> assigned = new LinkedHashMap<>();
    for (Parameter parameter : parameters.trained()) {
      float[] value = values.get(parameter.name());
      if (value == null) {
        throw new IllegalArgumentException("no values for the parameter " + parameter.name());
      }
      assigned.put(parameter, value);
    }
    if (values.size() != assigned.size()) {
      throw new IllegalArgumentException(
          "values of %d parameters were given, but %d are trained"
              .formatted(values.size(), assigned.size()));
    }
    Parameters.assign(session, assigned);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
