package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.encoder.transformer.FineTuning;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

final class ServingModelTest {
  @TempDir Path directory;

  /**
   * What a loaded model says of a batch; what the network's placeholders take, it is fed by name.
   */
  private static Answers answers(
      SavedModelBundle bundle, InferenceNetwork network, List<NumericSentence> batch) {
    NetworkInputs inputs = network.inputs();
    try (Feeds feeds = network.inference().feeds(batch)) {
      Ops tf = Ops.create(network.graph());
      Session.Runner all = feeds.to(network.session().runner());
      Signature signature = bundle.function(ServingModel.SIGNATURE).signature();
      List<String> names = signature.inputNames().stream().sorted().toList();
      for (String name : names) {
        Operand<?> input =
            switch (name) {
              case "piece_ids" -> inputs.pieces().ids();
              case "piece_mask" -> inputs.pieces().pieceMask();
              case "alignment" -> inputs.pieces().alignment();
              case "adjacency" -> inputs.adjacency();
              case "head_edges" -> inputs.headEdges();
              case "head_labels" -> inputs.headLabels();
              case "word_mask" -> inputs.wordMask();
              case ServingModel.FROZEN_STATES -> network.inference().frozenBoundary().orElseThrow();
              default ->
                  network.parameters().stream()
                      .filter(parameter -> parameter.name().equals(name))
                      .findFirst()
                      .orElseThrow()
                      .value();
            };
        // what is fed can't be fetched itself
        all.fetch(tf.identity(input));
      }
      SessionFunction function = bundle.function(ServingModel.SIGNATURE);
      try (Result values = all.run()) {
        TreeMap<String, Tensor> arguments = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
          arguments.put(names.get(i), values.get(i));
        }
        try (Result result = function.call(arguments)) {
          return Answers.of(
              inOrder(result, network), batch.stream().map(NumericSentence::words).toList());
        }
      }
    }
  }

  private static List<Tensor> inOrder(Result result, InferenceNetwork network) {
    return network.inference().outputs().keySet().stream()
        .map(name -> result.get(name).orElseThrow())
        .toList();
  }

  private static List<NumericSentence> batch(NetworkParts parts) {
    return List.of(
        TinyNetworks.sentence(parts, "Aarhus is in Denmark"),
        TinyNetworks.sentence(parts, "The city of Aarhus was the city of Alan Bean ."));
  }

  /** Adapters stand above frozen matrices, which the pre-trained encoder has and the model not. */
  @Test
  void ofAdaptersTheTrainedPartTakesTheFrozenMatricesAsInputs() throws IOException {
    NetworkParts parts = TinyNetworks.parts(FineTuning.LORA, true);
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      ServingModel.write(network, ServingModel.Extent.TRAINED_PART, directory);
      StoredVariables stored = StoredVariables.of(directory);
      assertThat(network.parameters())
          .allSatisfy(
              parameter -> assertThat(stored.has(parameter)).isEqualTo(parameter.trained()));
      try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString())) {
        assertThat(bundle.function(ServingModel.SIGNATURE).signature().inputNames())
            .contains(
                ServingModel.FROZEN_STATES, "encoder.layer_1.attention.query_key_value.kernel");
        List<NumericSentence> batch = batch(parts);
        assertThat(answers(bundle, network, batch).distance(Answers.of(network, batch)))
            .isLessThan(1e-6);
      }
    }
  }

  @Test
  void theWholeModelReadsPiecesAndGivesTheNetworksNumbers() throws IOException {
    NetworkParts parts = TinyNetworks.partlyFrozen();
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      ServingModel.write(network, ServingModel.Extent.SELF_CONTAINED, directory);
      try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString())) {
        Signature signature = bundle.function(ServingModel.SIGNATURE).signature();

        assertThat(signature.inputNames())
            .containsExactlyInAnyOrder(
                "piece_ids", "piece_mask", "alignment", "adjacency", "word_mask");
        assertThat(signature.outputNames())
            .containsExactlyInAnyOrder("subjects", "subject_probabilities", "object_probabilities");
        Answers expected = Answers.of(network, batch(parts));
        assertThat(expected.subjects()).isPositive();
        assertThat(answers(bundle, network, batch(parts)).distance(expected)).isLessThan(1e-6);
      }
    }
  }

  @Test
  void aModelWhoseEdgesHaveDirectionsAndLabelsReadsThem() throws IOException {
    NetworkParts parts = TinyNetworks.labelled(NetworkSettings.EdgeDirection.BOTH);
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      ServingModel.write(network, ServingModel.Extent.SELF_CONTAINED, directory);
      try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString())) {
        assertThat(ServingSignature.of(network, directory).inputs())
            .extracting(TensorDescription::name)
            .contains("adjacency", "head_edges", "head_labels");
        assertThat(
                answers(bundle, network, batch(parts)).distance(Answers.of(network, batch(parts))))
            .isLessThan(1e-6);
      }
    }
  }

  @Test
  void theTrainedPartReadsTheFrozenLayersOutput() throws IOException {
    NetworkParts parts = TinyNetworks.partlyFrozen();
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      ServingModel.write(network, ServingModel.Extent.TRAINED_PART, directory);
      try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString())) {
        assertThat(bundle.function(ServingModel.SIGNATURE).signature().inputNames())
            .containsExactlyInAnyOrder(
                ServingModel.FROZEN_STATES, "piece_mask", "alignment", "adjacency", "word_mask");
        assertThat(ServingSignature.of(network, directory).inputs())
            .extracting(TensorDescription::name)
            .containsExactly(
                "piece_mask", "alignment", "adjacency", "word_mask", ServingModel.FROZEN_STATES);
        assertThat(
                answers(bundle, network, batch(parts)).distance(Answers.of(network, batch(parts))))
            .isLessThan(1e-6);
      }
    }
  }

  @Test
  void withNothingFrozenTheTrainedPartIsTheWhole() throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.parts())) {
      ServingModel.write(network, ServingModel.Extent.TRAINED_PART, directory);
      try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString())) {
        assertThat(bundle.function(ServingModel.SIGNATURE).signature().inputNames())
            .contains("piece_ids")
            .doesNotContain(ServingModel.FROZEN_STATES);
      }
    }
  }

  /** The tiny network's matrices have few rows, so that the scales of its bytes weigh much. */
  @ParameterizedTest
  @CsvSource({"HALF, 0.49, 0.52", "BYTE, 0.25, 0.4"})
  void whatIsStoredSmallerIsComputedInSingleByAnyTensorFlow(
      Parameters.Storage storage, double least, double most) throws IOException {
    NetworkParts parts = TinyNetworks.parts();
    Path small = directory.resolve("small");
    Path whole = directory.resolve("single");
    try (InferenceNetwork network = LivelyNetwork.of(parts, storage);
        InferenceNetwork single = LivelyNetwork.of(parts)) {
      ServingModel.write(network, ServingModel.Extent.SELF_CONTAINED, small);
      ServingModel.write(single, ServingModel.Extent.SELF_CONTAINED, whole);
      try (SavedModelBundle bundle = SavedModelBundle.load(small.toString())) {
        Answers answers = answers(bundle, network, batch(parts));
        assertThat(answers.distance(Answers.of(network, batch(parts)))).isLessThan(1e-6);
      }
    }
    assertThat((double) data(small) / data(whole)).isBetween(least, most);
  }

  private static long data(Path model) throws IOException {
    return Files.size(model.resolve("variables/variables.data-00000-of-00001"));
  }

  @Test
  void aModelHoldsNoOperationOfOursAndNoneOfTraining() throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.parts())) {
      ServingModel.write(network, ServingModel.Extent.SELF_CONTAINED, directory);
    }
    List<NodeDef> nodes = PlainTensorFlow.nodes(directory);

    assertThat(nodes).hasSizeGreaterThan(100);
    assertThat(nodes).extracting(NodeDef::getOp).doesNotContain("RelunetAssignment", "ApplyAdam");
    assertThat(nodes).extracting(NodeDef::getName).noneMatch(name -> name.startsWith("training"));
  }

  @Test
  void aProcessThatHasTensorFlowAloneLoadsAndRunsIt() throws IOException, InterruptedException {
    NetworkParts parts = TinyNetworks.parts();
    String text = "Aarhus is in Denmark";
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      ServingModel.write(network, ServingModel.Extent.SELF_CONTAINED, directory);
      NumericSentence sentence = TinyNetworks.sentence(parts, text);
      float[] found = PlainTensorFlow.inAnotherProcess(directory, sentence);

      float[] expected = objectProbabilities(network, sentence);
      assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(4);
      assertThat(found).containsExactly(expected, within(1e-5f));
    }
  }

  private static float[] objectProbabilities(InferenceNetwork network, NumericSentence sentence) {
    try (Feeds feeds = network.inference().feeds(List.of(sentence));
        Result result =
            feeds
                .to(network.session().runner())
                .fetch(network.inference().outputs().get("object_probabilities"))
                .run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      float[] values = new float[(int) tensor.size()];
      tensor.asRawTensor().data().asFloats().read(values);
      return values;
    }
  }
}
