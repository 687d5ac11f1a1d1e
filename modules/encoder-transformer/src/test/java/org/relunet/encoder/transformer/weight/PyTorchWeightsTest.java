package org.relunet.encoder.transformer.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.encoder.transformer.safetensors.SafetensorsBytes;
import org.relunet.encoder.transformer.safetensors.SafetensorsFile;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.graph.parameter.Initializer;
import org.tensorflow.ndarray.Shape;

class PyTorchWeightsTest {
  @TempDir private Path directory;
  private Path file;
  private PyTorchWeights weights;

  @BeforeEach
  void writeAnEncoderInsideAnotherModel() {
    file = directory.resolve("model.safetensors");
    String header =
        "{\"roberta.embeddings.word_embeddings.weight\":"
            + "{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
            + "\"roberta.dense.weight\":"
            + "{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[8,32]},"
            + "\"roberta.LayerNorm.gamma\":"
            + "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[32,40]},"
            + "\"roberta.LayerNorm.beta\":"
            + "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[40,48]}}";
    SafetensorsBytes.write(
        file, header, SafetensorsBytes.floats(8, 9, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13));
    weights = new PyTorchWeights(new SafetensorsFile(TensorFile.open(file)));
  }

  private static float[] read(Initializer initializer, long... shape) {
    return initializer.values(Shape.of(shape), new SplittableRandom(1));
  }

  @Test
  void findsAnEncoderBelowItsPrefix() {
    assertThat(read(weights.table("embeddings.word_embeddings", 1, 2), 1, 2)).containsExactly(8, 9);
  }

  @Test
  void turnsMatricesSoThatInputsAreRows() {
    assertThat(read(weights.kernel("dense", 3, 2), 3, 2)).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void knowsTheOldNamesOfLayerNormalization() {
    assertThat(read(weights.scale("LayerNorm", 2), 2)).containsExactly(10, 11);
    assertThat(read(weights.offset("LayerNorm", 2), 2)).containsExactly(12, 13);
  }

  @Test
  void namesFileAndTensorThatIsMissing() {
    assertThatThrownBy(() -> weights.bias("dense", 2))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "roberta.dense.bias", "[2]", "missing");
  }

  @Test
  void namesBothShapesWhereTheyDiffer() {
    assertThatThrownBy(() -> weights.kernel("dense", 2, 3))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "roberta.dense.weight", "[2, 3]", "[3, 2]");
  }

  @Test
  void fusesMatricesSideBySide() {
    Initializer kernel = weights.kernel("dense", 3, 2);
    assertThat(read(FusedWeights.alongLastAxis(List.of(kernel, kernel)), 3, 4))
        .containsExactly(1, 4, 1, 4, 2, 5, 2, 5, 3, 6, 3, 6);
  }

  @Test
  void fusesVectorsOneAfterTheOther() {
    Initializer scale = weights.scale("LayerNorm", 2);
    Initializer offset = weights.offset("LayerNorm", 2);
    assertThat(read(FusedWeights.alongLastAxis(List.of(scale, offset)), 4))
        .containsExactly(10, 11, 12, 13);
  }
}
