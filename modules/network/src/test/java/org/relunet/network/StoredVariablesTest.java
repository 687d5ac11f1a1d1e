package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.encoder.transformer.FineTuning;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

final class StoredVariablesTest {
  @TempDir Path directory;

  private static List<Parameter> trained(InferenceNetwork network) {
    return network.parameters().stream().filter(Parameter::trained).toList();
  }

  private StoredVariables write(InferenceNetwork network, ServingModel.Extent extent)
      throws IOException {
    ServingModel.write(network, extent, directory);
    return StoredVariables.of(directory);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    try (InferenceNetwork written = LivelyNetwork.of(TinyNetworks.parts());
        InferenceNetwork read =
            new InferenceNetwork(
                TinyNetworks.parts(), Parameters.Storage.SINGLE, TinyNetworks.THREADS)) {
      StoredVariables stored = write(written, ServingModel.Extent.TRAINED_PART);
      read.assign(stored.read(read.parameters()));
      List<NumericSentence> batch =
          List.of(TinyNetworks.sentence(TinyNetworks.parts(), "Aarhus is in Denmark"));

      assertThat(Answers.of(read, batch).distance(Answers.of(written, batch))).isZero();
    }
  }

  @Test
  void theTrainedPartHoldsWhatTrainingChangedAndNoMore() throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.partlyFrozen())) {
      StoredVariables stored = write(network, ServingModel.Extent.TRAINED_PART);

      assertThat(network.parameters()).anyMatch(parameter -> !parameter.trained());
      assertThat(network.parameters())
          .allSatisfy(p -> assertThat(stored.has(p)).as(p.name()).isEqualTo(p.trained()));
      assertThat(stored.read(trained(network))).hasSameSizeAs(trained(network));
    }
  }

  @Test
  void halfPrecisionKeepsThreeDigits() throws IOException {
    // what is frozen is kept in half precision as well, and not read
    assertReadAsItComputes(TinyNetworks.partlyFrozen(), Parameters.Storage.HALF, 1e-3, 0.02);
  }

  @Test
  void bytesKeepTwoDigits() throws IOException {
    assertReadAsItComputes(TinyNetworks.parts(), Parameters.Storage.BYTE, 1e-6, 0.1);
  }

  /**
   * @param fromWritten the largest distance of answers with what was read to those of what was
   *     written
   * @param fromExact to those in single precision
   */
  private void assertReadAsItComputes(
      NetworkParts parts, Parameters.Storage storage, double fromWritten, double fromExact)
      throws IOException {
    try (InferenceNetwork written = LivelyNetwork.of(parts, storage);
        InferenceNetwork single = LivelyNetwork.of(parts)) {
      StoredVariables stored = write(written, ServingModel.Extent.TRAINED_PART);
      Map<Parameter, float[]> values = stored.read(trained(single));
      List<NumericSentence> batch = List.of(TinyNetworks.sentence(parts, "Aarhus is in Denmark"));
      Answers exact = Answers.of(single, batch);
      single.assign(values);
      Answers read = Answers.of(single, batch);

      assertThat(read.distance(Answers.of(written, batch))).isLessThan(fromWritten);
      assertThat(read.distance(exact)).isBetween(1e-8, fromExact);
    }
  }

  @Test
  void bytesWithoutTheirScalesAreRefused() throws IOException {
    try (InferenceNetwork bytes = LivelyNetwork.of(TinyNetworks.parts(), Parameters.Storage.BYTE)) {
      write(bytes, ServingModel.Extent.TRAINED_PART);
      Path file = directory.resolve("saved_model.pb");
      SavedModel.Builder model = SavedModel.parseFrom(Files.readAllBytes(file)).toBuilder();
      GraphDef.Builder graph = model.getMetaGraphsBuilder(0).getGraphDefBuilder();
      List<NodeDef> kept =
          graph.getNodeList().stream()
              .filter(node -> !node.getName().equals("casrel.object.tags.kernel.byte_scale"))
              .toList();
      graph.clearNode().addAllNode(kept);
      Files.write(file, model.build().toByteArray());
      StoredVariables stored = StoredVariables.of(directory);

      assertThatThrownBy(() -> stored.read(bytes.parameters()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("casrel.object.tags.kernel: the scales of its bytes are missing")
          .hasMessageNotContaining("subject");
    }
  }

  @Test
  void everythingThatDoesNotFitIsNamedAtOnce() throws IOException {
    NetworkParts parts = TinyNetworks.parts(FineTuning.FULL, false);
    try (InferenceNetwork written =
            LivelyNetwork.of(TinyNetworks.parts(FineTuning.TOP_LAYERS, false));
        InferenceNetwork read =
            new InferenceNetwork(
                new NetworkParts(
                    parts.encoder(),
                    parts.relunet(),
                    TinyNetworks.extractor(List.of("country", "city", "airport")),
                    parts.settings()),
                Parameters.Storage.SINGLE,
                TinyNetworks.THREADS)) {
      StoredVariables stored = write(written, ServingModel.Extent.TRAINED_PART);

      assertThatThrownBy(() -> stored.read(read.parameters()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("encoder.layer_0.attention.query_key_value.kernel: missing")
          .hasMessageContaining(
              "casrel.object.tags.kernel: expected shape [16, 6] but stored is [16, 4]")
          .hasMessageNotContaining("layer_1");
    }
  }

  @Test
  void aStoredValueThatNothingReadsIsAnErrorToo() throws IOException {
    try (InferenceNetwork written = LivelyNetwork.of(TinyNetworks.parts());
        InferenceNetwork casrel =
            new InferenceNetwork(
                TinyNetworks.parts(FineTuning.FULL, false),
                Parameters.Storage.SINGLE,
                TinyNetworks.THREADS)) {
      StoredVariables stored = write(written, ServingModel.Extent.TRAINED_PART);

      assertThatThrownBy(() -> stored.read(casrel.parameters()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("relunet.convolution_0")
          .hasMessageContaining("stored, but the network has none of this name");
    }
  }

  @Test
  void aMissingModelIsNamed() {
    Path missing = directory.resolve("none");

    assertThatThrownBy(() -> StoredVariables.of(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(missing.toString());
  }
}
