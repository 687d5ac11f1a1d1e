package org.relunet.encoder.transformer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.contract.bound.Bounds;
import org.relunet.encoder.transformer.safetensors.SafetensorsBytes;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;

class OnnxFileTest {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int FLOAT16 = 10;

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("model.onnx");
  }

  private OnnxFile open(byte[] content) {
    try {
      return new OnnxFile(TensorFile.open(Files.write(file, content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OnnxFile initializers(byte[]... tensors) {
    return open(OnnxBytes.model(OnnxBytes.graph(List.of(), List.of(tensors))));
  }

  @Test
  void refusesGroupsWithinGroups() {
    byte[] deep = new byte[2_000_000];
    Arrays.fill(deep, (byte) (15 << 3 | 3)); // field 15 begins a group
    for (byte[] content :
        List.of(
            deep,
            OnnxBytes.model(deep),
            OnnxBytes.model(OnnxBytes.graph(List.of(deep), List.of(deep))))) {
      assertThatThrownBy(() -> Bounds.megabytes(16, 5).within(() -> open(content)))
          .isInstanceOf(WeightException.class)
          .hasMessageContainingAll("model.onnx", "is a group");
    }
  }

  @Test
  void refusesATensorOfAMillionAxes() {
    long[] axes = new long[1_000_000];
    Arrays.fill(axes, 1);
    byte[] tensor = OnnxBytes.typed("w", new float[] {1}, axes);
    assertThatThrownBy(() -> Bounds.megabytes(16, 5).within(() -> initializers(tensor)))
        .isInstanceOf(WeightException.class)
        .hasMessageContaining("more than 16 axes");
  }

  @Test
  void namesANumberedMatrixByTheNodeThatMultipliesWithIt() {
    byte[] graph =
        OnnxBytes.graph(
            List.of(
                OnnxBytes.node("MatMul", "/encoder/query/MatMul", "x", "onnx::MatMul_7"),
                OnnxBytes.node("Add", "/encoder/query/Add", "bias", "y")),
            List.of(
                OnnxBytes.raw("bias", FLOAT, SafetensorsBytes.floats(3, 4), 2),
                OnnxBytes.raw("onnx::MatMul_7", FLOAT, SafetensorsBytes.floats(1, 2), 1, 2)));
    OnnxFile read = open(OnnxBytes.model(graph));
    assertThat(read.names()).containsExactly("bias", "/encoder/query/MatMul");
    assertThat(read.shape("/encoder/query/MatMul")).contains(TensorShape.of(1, 2));
    assertThat(read.values("/encoder/query/MatMul")).containsExactly(1, 2);
    assertThat(read.values("bias")).containsExactly(3, 4);
  }

  @Test
  void readsNumbersOfEveryEncoding() {
    byte[] oneAndHalf = {0x00, 0x3e};
    OnnxFile read =
        initializers(
            OnnxBytes.typed("typed", new float[] {1, 2, 3, 4}, 2, 2),
            OnnxBytes.raw("half", FLOAT16, oneAndHalf, 1));
    assertThat(read.values("typed")).containsExactly(1, 2, 3, 4);
    assertThat(read.shape("typed")).contains(TensorShape.of(2, 2));
    assertThat(read.values("half")).containsExactly(1.5f);
  }

  @Test
  void passesOverIntegersButTakesNoneForWeights() {
    OnnxFile read = initializers(OnnxBytes.raw("ids", INT64, new byte[8], 1));
    assertThatThrownBy(() -> read.values("ids"))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "initializer ids", "no floating-point");
  }

  @Test
  void refusesATensorWhoseShapeIsNotThatOfItsData() {
    assertThatThrownBy(() -> initializers(OnnxBytes.raw("w", FLOAT, new byte[8], 3)))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "initializer w", "[3]", "8 bytes");
    assertThatThrownBy(
            () -> initializers(OnnxBytes.raw("w", FLOAT, new byte[8], Long.MAX_VALUE, 3)))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "initializer w", "too many elements");
  }

  @Test
  void refusesDataInAnotherFile() {
    assertThatThrownBy(() -> initializers(OnnxBytes.external("w")))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "initializer w", "another file");
  }

  @Test
  void refusesAFileThatIsNoModel() {
    assertThatThrownBy(() -> open(new byte[0]))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "no ONNX model");
    assertThatThrownBy(() -> open("a text about something else".getBytes()))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "no ONNX model");
  }

  @Test
  void refusesEveryTruncationThatReachesTheWeights() throws IOException {
    byte[] graph =
        OnnxBytes.graph(
            List.of(OnnxBytes.node("MatMul", "/query/MatMul", "x", "onnx::MatMul_7")),
            List.of(OnnxBytes.raw("onnx::MatMul_7", FLOAT, SafetensorsBytes.floats(1, 2), 2)));
    byte[] model = OnnxBytes.model(graph);
    int afterGraph = 2 + 2 + graph.length;
    for (int length = 0; length < afterGraph; length++) {
      byte[] cut = Arrays.copyOf(model, length);
      assertThatThrownBy(() -> open(cut))
          .as("cut to %s bytes", length)
          .isInstanceOf(WeightException.class)
          .hasMessageContaining(file.toString());
    }
  }
}
