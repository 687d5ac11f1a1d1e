package org.relunet.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relunet.graph.parameter.Parameter;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * Writes a network as a TensorFlow SavedModel that any TensorFlow loads: no training operations, no
 * operations of ours, one signature, {@value #SIGNATURE}.
 */
public final class ServingModel {
  /** The signature's name, TensorFlow's own for the one that is served. */
  public static final String SIGNATURE = "serving_default";

  static final String PIECE_IDS = "piece_ids";
  static final String PIECE_MASK = "piece_mask";
  static final String ALIGNMENT = "alignment";
  static final String ADJACENCY = "adjacency";
  static final String HEAD_EDGES = "head_edges";
  static final String HEAD_LABELS = "head_labels";
  static final String WORD_MASK = "word_mask";
  static final String WORD_FORMS = "word_forms";

  /** The input that stands for the frozen layers' output in a model that leaves them out. */
  public static final String FROZEN_STATES = "frozen_states";

  /** What of the network is written. */
  public enum Extent {
    /** All layers: the inputs are pieces. */
    SELF_CONTAINED,
    /**
     * Only what training changed: the input {@value #FROZEN_STATES}, [B, L, d], is the output of
     * the encoder's frozen layers, and every frozen parameter that a later layer has is an input of
     * the parameter's name. All layers where nothing is frozen.
     */
    TRAINED_PART
  }

  private ServingModel() {}

  /**
   * @param network whose parameters are written, in the type in which it keeps them
   * @param directory to be made: {@code saved_model.pb} and {@code variables/}
   */
  public static void write(InferenceNetwork network, Extent extent, Path directory)
      throws IOException {
    InferenceGraph inference = network.inference();
    Optional<Operand<TFloat32>> cut =
        switch (extent) {
          case SELF_CONTAINED -> Optional.empty();
          case TRAINED_PART -> inference.frozenBoundary();
        };
    List<String> outputs = new ArrayList<>();
    inference.outputs().values().forEach(output -> outputs.add(output.op().name()));
    GraphDef whole = network.graph().toGraphDef();
    List<Parameter> leftOut =
        switch (extent) {
          case SELF_CONTAINED -> List.of();
          case TRAINED_PART ->
              network.parameters().stream().filter(parameter -> !parameter.trained()).toList();
        };
    List<Operand<TFloat32>> cuts =
        Stream.concat(cut.stream(), leftOut.stream().map(Parameter::value)).toList();
    GraphDef needed = GraphPruning.prune(whole, outputs, cuts);
    List<Parameter> parameters =
        network.parameters().stream()
            .filter(
                parameter ->
                    !leftOut.contains(parameter)
                        && needed.getNodeList().stream()
                            .anyMatch(node -> node.getName().equals(parameter.name())))
            .toList();
    parameters.forEach(parameter -> outputs.add(parameter.assign().op().name()));

    try (Graph graph = new Graph()) {
      graph.importGraphDef(GraphPruning.prune(whole, outputs, cuts));
      try (Session session = new Session(graph)) {
        copy(network.session(), parameters, session);
        SavedModelBundle.exporter(directory.toString())
            .withSession(session)
            .withSignature(signature(network, graph, cut, leftOut))
            .export();
      }
    }
  }

  private static void copy(Session from, List<Parameter> parameters, Session to) {
    Session.Runner read = from.runner();
    parameters.forEach(parameter -> read.fetch(parameter.value()));
    try (Result values = read.run()) {
      Session.Runner write = to.runner();
      for (int i = 0; i < parameters.size(); i++) {
        write
            .feed(parameters.get(i).newValue().op().name(), values.get(i))
            .addTarget(parameters.get(i).assign().op().name());
      }
      write.run().close();
    }
  }

  private static Signature signature(
      InferenceNetwork network,
      Graph graph,
      Optional<Operand<TFloat32>> cut,
      List<Parameter> leftOut) {
    NetworkInputs inputs = network.inputs();
    Map<String, Operand<?>> read = new LinkedHashMap<>();
    read.put(PIECE_IDS, inputs.pieces().ids());
    read.put(PIECE_MASK, inputs.pieces().pieceMask());
    read.put(ALIGNMENT, inputs.pieces().alignment());
    read.put(ADJACENCY, inputs.adjacency());
    read.put(HEAD_EDGES, inputs.headEdges());
    read.put(HEAD_LABELS, inputs.headLabels());
    read.put(WORD_MASK, inputs.wordMask());
    read.put(WORD_FORMS, inputs.wordForms());
    cut.ifPresent(boundary -> read.put(FROZEN_STATES, boundary));
    leftOut.forEach(parameter -> read.put(parameter.name(), parameter.value()));
    Signature.Builder signature = Signature.builder(SIGNATURE);
    read.forEach(
        (name, operand) -> {
          // a network reads edges for a U-Net and forms if it is to, one cut off reads no pieces
          GraphOperation operation = graph.operation(operand.op().name());
          if (operation != null) {
            signature.input(name, operation.output(0));
          }
        });
    network
        .inference()
        .outputs()
        .forEach(
            (name, operand) ->
                signature.output(
                    name, graph.operation(operand.op().name()).output(operand.asOutput().index())));
    return signature.build();
  }
}
