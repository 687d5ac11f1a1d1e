package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.relunet.encoder.transformer.FineTuning;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ShortDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.TensorSliceProto;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;

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
      CheckpointIndex.remove(index(), "casrel.object.tags.kernel.byte_scale");
      StoredVariables stored = StoredVariables.of(directory);

      assertThatThrownBy(() -> stored.read(bytes.parameters()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(
              "casrel.object.tags.kernel: the scales of its bytes are missing, or of another shape")
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

  private Path index() {
    return directory.resolve("variables/variables.index");
  }

  /** Each of these ended the process, or took gigabytes, when TensorFlow read it. */
  private static Stream<Arguments> hostileEntries() {
    return Stream.of(
        Arguments.of(
            "a slice of negative length",
            change(
                entry ->
                    entry.addSlices(
                        TensorSliceProto.newBuilder()
                            .addExtent(TensorSliceProto.Extent.newBuilder().setLength(-1)))),
            "is in several parts"),
        Arguments.of(
            "a dimension that overflows",
            change(entry -> entry.setShape(shape(Long.MAX_VALUE))),
            "long overflow"),
        Arguments.of(
            "a shape larger than the file",
            change(entry -> entry.setShape(shape(1L << 33)).setSize(1L << 35)),
            "does not fit into the data file"),
        Arguments.of(
            "a negative dimension",
            change(entry -> entry.setShape(shape(-5))),
            "has a negative dimension"),
        Arguments.of(
            "a place behind the file",
            change(entry -> entry.setOffset(1L << 40)),
            "does not fit into the data file"),
        Arguments.of(
            "a place before the file",
            change(entry -> entry.setOffset(-1)),
            "does not fit into the data file"),
        Arguments.of("another part", change(entry -> entry.setShardId(7)), "is in several parts"),
        Arguments.of(
            "strings",
            change(entry -> entry.setDtype(DataType.DT_STRING)),
            "is of type DT_STRING"));
  }

  private static UnaryOperator<BundleEntryProto> change(Consumer<BundleEntryProto.Builder> change) {
    return before -> {
      BundleEntryProto.Builder entry = before.toBuilder();
      change.accept(entry);
      return entry.build();
    };
  }

  private static TensorShapeProto shape(long size) {
    return TensorShapeProto.newBuilder()
        .addDim(TensorShapeProto.Dim.newBuilder().setSize(size))
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileEntries")
  void aHostileIndexIsRefusedBeforeAnythingIsRead(
      String what, UnaryOperator<BundleEntryProto> change, String reason) throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.parts())) {
      write(network, ServingModel.Extent.TRAINED_PART);
      CheckpointIndex.change(index(), "casrel.object.tags.kernel", change);

      assertThatThrownBy(() -> StoredVariables.of(directory))
          .as(what)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(index() + ": ")
          .hasMessageContaining(reason);
    }
  }

  @Test
  void manyVariablesOverTheSameBytesAreRefused() throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.parts())) {
      write(network, ServingModel.Extent.TRAINED_PART);
      Map<String, byte[]> entries = new TreeMap<>(SortedTable.read(Files.readAllBytes(index())));
      byte[] entry = entries.get("casrel.object.tags.kernel");
      for (int i = 0; i < 10_000; i++) {
        entries.put("more." + i, entry);
      }
      Files.write(index(), CheckpointIndex.table(entries));

      assertThatThrownBy(() -> StoredVariables.of(directory))
          .hasMessageContaining("its variables have ")
          .hasMessageContaining(" bytes together, the data file ");
    }
  }

  @Test
  void noByteOfTheIndexEndsInAnythingButARefusalOrAReading() throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.parts())) {
      write(network, ServingModel.Extent.TRAINED_PART);
      byte[] whole = Files.readAllBytes(index());
      Random random = new Random(1);
      int refused = 0;
      for (int time = 0; time < 2_000; time++) {
        byte[] changed =
            Arrays.copyOf(whole, time % 4 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int i = 0; i < 1 + time % 3 && changed.length > 0; i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        Files.write(index(), changed);
        try {
          StoredVariables.of(directory).all();
        } catch (IllegalArgumentException e) {
          refused++;
        }
      }
      assertThat(refused).isBetween(500, 2_000);
    }
  }

  @Test
  void valuesThatAreNoFiniteNumbersAreRefusedByName() throws IOException {
    try (InferenceNetwork network = LivelyNetwork.of(TinyNetworks.parts())) {
      StoredVariables stored = write(network, ServingModel.Extent.TRAINED_PART);
      Path data = directory.resolve("variables/variables.data-00000-of-00001");
      byte[] bytes = Files.readAllBytes(data);
      Arrays.fill(bytes, (byte) 0xff);
      Files.write(data, bytes);

      assertThatThrownBy(() -> stored.read(network.parameters()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(": the stored parameter ")
          .hasMessageContaining(" has the value NaN");
    }
  }

  @Test
  void everyHalfIsTheFloatThatTensorFlowMakesOfIt() {
    try (Graph graph = new Graph();
        Session session = new Session(graph);
        TFloat16 halves = TFloat16.tensorOf(Shape.of(1 << 16))) {
      ShortDataBuffer raw = halves.asRawTensor().data().asShorts();
      for (int i = 0; i < 1 << 16; i++) {
        raw.setShort((short) i, i);
      }
      Ops tf = Ops.create(graph);
      Placeholder<TFloat16> fed = tf.placeholder(TFloat16.class);
      try (Result result =
          session.runner().feed(fed, halves).fetch(tf.dtypes.cast(fed, TFloat32.class)).run()) {
        float[] expected = new float[1 << 16];
        ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(expected);
        for (int i = 0; i < 1 << 16; i++) {
          assertThat(HalfPrecision.value((short) i)).isEqualTo(Float.valueOf(expected[i]));
        }
      }
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
