package org.relunet.encoder.transformer.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.contract.bound.Bounds;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;

class SafetensorsFileTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("model.safetensors");
  }

  private SafetensorsFile open(String header, byte[] data) {
    return new SafetensorsFile(TensorFile.open(SafetensorsBytes.write(file, header, data)));
  }

  private static String entry(String type, String shape, String offsets) {
    return "{\"w\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
        .formatted(type, shape, offsets);
  }

  @Test
  void readsShapesAndValues() {
    SafetensorsFile read =
        open(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[4,12]}}",
            SafetensorsBytes.floats(7, 1.5f, -2));
    assertThat(read.names()).containsExactly("b", "w");
    assertThat(read.shape("w")).contains(TensorShape.of(1, 2));
    assertThat(read.values("w")).containsExactly(1.5f, -2);
    assertThat(read.values("b")).containsExactly(7);
    assertThat(read.shape("absent")).isEmpty();
  }

  @Test
  void refusesAHeaderOfMoreThanAnyModelHas() {
    String deep = "{\"w\":" + "[".repeat(5_000_000);
    String wide = "{\"w\":[" + "[],".repeat(5_000_000) + "[]]}";
    for (String header : List.of(deep, wide)) {
      assertThatThrownBy(() -> Bounds.megabytes(400, 10).within(() -> open(header, new byte[0])))
          .isInstanceOf(WeightException.class)
          .hasMessageContainingAll(file.toString(), "header");
    }
  }

  @Test
  void readsHalfPrecision() {
    byte[] oneAndHalfAndMinusTwo = {0x00, 0x3e, 0x00, (byte) 0xc0};
    assertThat(open(entry("F16", "[2]", "[0,4]"), oneAndHalfAndMinusTwo).values("w"))
        .containsExactly(1.5f, -2);
  }

  @Test
  void readsBrainFloats() {
    byte[] oneAndHalfAndMinusTwo = {(byte) 0xc0, 0x3f, 0x00, (byte) 0xc0};
    assertThat(open(entry("BF16", "[2]", "[0,4]"), oneAndHalfAndMinusTwo).values("w"))
        .containsExactly(1.5f, -2);
  }

  @Test
  void passesOverIntegersButTakesNoneForWeights() {
    SafetensorsFile read = open(entry("I64", "[1]", "[0,8]"), new byte[8]);
    assertThatThrownBy(() -> read.values("w"))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "tensor w", "I64", "F32, F16 or BF16");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void refusesAFileTooShortForALength(int bytes) throws IOException {
    Files.write(file, new byte[bytes]);
    assertThatThrownBy(() -> new SafetensorsFile(TensorFile.open(file)))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "truncated");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 3, 100, Long.MAX_VALUE, Long.MIN_VALUE, 99_999_999})
  void refusesALyingHeaderLength(long claimed) {
    SafetensorsBytes.write(file, claimed, "{}", new byte[0]);
    assertThatThrownBy(() -> new SafetensorsFile(TensorFile.open(file)))
        .isInstanceOf(WeightException.class)
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0,12]", "[4,12]", "[-4,4]", "[8,0]", "[0]", "[0,9223372036854775807]"})
  void refusesOffsetsOutsideTheFile(String offsets) {
    assertThatThrownBy(() -> open(entry("F32", "[2]", offsets), new byte[8]))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "tensor w", "data_offsets", "8 bytes of data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "F32; [3]; takes 12 bytes but has 8",
        "F16; [2]; takes 4 bytes but has 8",
        "F32; [-2]; negative size",
        "F32; [65536,65536]; too many elements",
        "F32; [9223372036854775807,2]; too many elements",
        "F32; [99999999999999999999]; no integer",
        "F32; [1.5]; no integer",
        "F32; 2; shape is no list",
        "F99; [2]; unknown dtype 'F99'",
      })
  void refusesAShapeThatIsNotThatOfTheData(String type, String shape, String message) {
    assertThatThrownBy(() -> open(entry(type, shape, "[0,8]"), new byte[8]))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(file.toString(), "tensor w", message);
  }

  @Test
  void refusesTensorsThatOverlap() {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}";
    assertThatThrownBy(() -> open(header, new byte[12]))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll("tensor b", "overlaps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "[1,2]", "{\"a\":1,\"a\":2}", "{\"w\":7}"})
  void refusesAHeaderThatIsNoTableOfTensors(String header) {
    assertThatThrownBy(() -> open(header, new byte[0]))
        .isInstanceOf(WeightException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void refusesEveryTruncationOfAGoodFile() throws IOException {
    Path whole =
        SafetensorsBytes.write(file, entry("F32", "[2]", "[0,8]"), SafetensorsBytes.floats(1, 2));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = directory.resolve("cut.safetensors");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> new SafetensorsFile(TensorFile.open(cut)))
          .as("cut to %s bytes", length)
          .isInstanceOf(WeightException.class);
    }
  }
}
