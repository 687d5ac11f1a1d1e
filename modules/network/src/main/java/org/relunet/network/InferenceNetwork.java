package org.relunet.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.log.FirstNotes;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/**
 * A network that finds triples: a graph with its session. Thread-safe, and fast only when several
 * threads run batches side by side: see {@link SessionSettings#severalRunsAtATime()}.
 */
public final class InferenceNetwork implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Parameters parameters;
  private final InferenceGraph inference;
  private final NetworkInputs inputs;
  private final Session session;

  /**
   * Builds the graph; the parameters have no values yet.
   *
   * @param storage the type in which parameters are kept
   */
  public InferenceNetwork(NetworkParts parts, Parameters.Storage storage, SessionSettings threads) {
    Ops tf = Ops.create(graph);
    parameters = new Parameters(tf, storage);
    inputs = NetworkInputs.placeholders(tf, parts.settings());
    inference = new InferenceGraph(GraphContext.inference(graph, parameters), parts, inputs);
    FirstNotes.draw(threads.severalRunsAtATime());
    session = new Session(graph, threads.severalRunsAtATime());
  }

  /** In the order of making. */
  public List<Parameter> parameters() {
    return parameters.all();
  }

  /** Gives parameters their first values: of a pre-trained encoder, the weights. */
  public void initialize(Iterable<Parameter> some, long seed) {
    parameters.initialize(session, some, seed);
  }

  /** Sets parameters. */
  public void assign(Map<Parameter, float[]> values) {
    Parameters.assign(session, values);
  }

  /** The triples of each sentence of a batch. */
  public List<List<ScoredTriple>> extract(List<NumericSentence> batch) {
    return inference.extract(session, batch);
  }

  /** Runs encoder and U-Net, and keeps what the extractor reads; to be closed. */
  public ReadWords readWords(List<NumericSentence> batch) {
    return inference.readWords(session, batch);
  }

  /** Runs the extractor alone. */
  public List<List<ScoredTriple>> extract(ReadWords words) {
    return inference.extract(session, words);
  }

  /** Runs the encoder alone. */
  public void encode(List<NumericSentence> batch) {
    inference.encode(session, batch);
  }

  /** Adds the operations with which the extractor teaches; empty where it can't. */
  Optional<ExtractorPart.Teaching> buildTeaching(double temperature) {
    return inference.buildTeaching(GraphContext.inference(graph, parameters), temperature);
  }

  Graph graph() {
    return graph;
  }

  InferenceGraph inference() {
    return inference;
  }

  NetworkInputs inputs() {
    return inputs;
  }

  Session session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
