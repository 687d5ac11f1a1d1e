package org.relunet.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** The operations of a graph that find triples. Thread-safe with a session. */
public final class InferenceGraph {
  private final NetworkParts parts;
  private final NetworkInputs inputs;
  private final WordVectors vectors;
  private final ExtractorPart.Inference extraction;

  InferenceGraph(GraphContext context, NetworkParts parts, NetworkInputs inputs) {
    this.parts = parts;
    this.inputs = inputs;
    vectors = WordVectors.build(context, parts, inputs);
    extraction = parts.extractor().buildInference(context, vectors.extractorInput(inputs));
  }

  /** What is fetched to find triples, by name. */
  Map<String, Operand<?>> outputs() {
    return extraction.outputs();
  }

  /** What each of {@link #outputs()} holds, in words. */
  Map<String, String> outputMeanings() {
    return extraction.meanings();
  }

  NetworkParts parts() {
    return parts;
  }

  /** See {@link org.relunet.graph.part.EncoderOutput#frozenBoundary()}. */
  Optional<Operand<TFloat32>> frozenBoundary() {
    return vectors.encoded().frozenBoundary();
  }

  /** The triples of each sentence of a batch. */
  public List<List<ScoredTriple>> extract(Session session, List<NumericSentence> batch) {
    try (Feeds feeds = feeds(batch)) {
      return extract(session, batch.size(), feeds);
    }
  }

  List<List<ScoredTriple>> extract(Session session, int sentences, Feeds feeds) {
    return fetch(
        session, feeds, extraction.outputs(), values -> extraction.decode(values, sentences));
  }

  /** Adds the operations that try other settings of the extractor; see {@link ExtractorPart}. */
  Optional<ExtractorPart.Trials> buildTrials(GraphContext context) {
    return parts.extractor().buildTrials(context, vectors.extractorInput(inputs));
  }

  /** Adds the operations that teach another network; see {@link ExtractorPart}. */
  Optional<ExtractorPart.Teaching> buildTeaching(GraphContext context, double temperature) {
    return parts.extractor().buildTeaching(context, vectors.extractorInput(inputs), temperature);
  }

  /** Runs what gives the outputs and reads their values, which are closed then. */
  static <R> R fetch(
      Session session,
      Feeds feeds,
      Map<String, Operand<?>> outputs,
      Function<Map<String, Tensor>, R> reader) {
    Session.Runner runner = feeds.to(session.runner());
    List<String> names = new ArrayList<>(outputs.keySet());
    names.forEach(name -> runner.fetch(outputs.get(name)));
    try (Result result = runner.run()) {
      Map<String, Tensor> values = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), result.get(i));
      }
      return reader.apply(values);
    }
  }

  /** Runs the encoder alone: what the rest of the pipeline is measured against. */
  public void encode(Session session, List<NumericSentence> batch) {
    try (Feeds feeds = feeds(batch)) {
      feeds.to(session.runner()).fetch(vectors.encoded().words()).run().close();
    }
  }

  /** Runs encoder and U-Net, and keeps what the extractor reads of them. */
  ReadWords readWords(Session session, List<NumericSentence> batch) {
    List<Operand<TFloat32>> read = new ArrayList<>(List.of(vectors.unet().words()));
    vectors
        .unet()
        .coreEdges()
        .ifPresent(edges -> read.addAll(List.of(edges.decomposition(), edges.adjacency())));
    Feeds feeds = feeds(batch);
    Session.Runner runner = feeds.to(session.runner());
    read.forEach(runner::fetch);
    try (Result result = runner.run()) {
      for (int i = 0; i < read.size(); i++) {
        TFloat32 value = (TFloat32) result.get(i);
        feeds.feed(
            read.get(i), TFloat32.tensorOf(value.shape(), value.asRawTensor().data().asFloats()));
      }
    }
    return new ReadWords(batch.size(), feeds);
  }

  /** The triples of a batch, of its words as they were read. */
  List<List<ScoredTriple>> extract(Session session, ReadWords words) {
    return extract(session, words.sentences(), words.feeds());
  }

  Feeds feeds(List<NumericSentence> batch) {
    Feeds feeds = new Feeds();
    inputs.feed(batch, parts.settings(), parts.relunet().selfLoops(), feeds);
    return feeds;
  }
}
