package org.relunet.training.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedValuesTest {
  @TempDir Path directory;
  private Path file;
  private final Map<String, float[]> values = new LinkedHashMap<>();

  @BeforeEach
  void write() throws IOException {
    float[] many = new float[50_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i / 7f;
    }
    values.put("b/many", many);
    values.put("a", new float[] {Float.MIN_VALUE, -0f, Float.MAX_VALUE});
    values.put("none", new float[0]);
    file = directory.resolve("values");
    NamedValues.write(file, values);
  }

  @Test
  void everyBitComesBackInOrder() throws IOException {
    Map<String, float[]> read = NamedValues.read(file);

    assertThat(read.keySet()).containsExactly("b/many", "a", "none");
    values.forEach((name, array) -> assertThat(read.get(name)).isEqualTo(array));
  }

  @Test
  void aDamagedFileIsToldBeforeAnyoneLearnsFromIt() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[100_000]++;
    Files.write(file, bytes);

    assertThatThrownBy(() -> NamedValues.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("checksum");
  }

  @Test
  void aShortFileIsTold() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> NamedValues.read(file)).hasMessageContaining(file.toString());
  }

  @Test
  void aDriverIsGoneWhenItsFileStaysTheSame() throws IOException {
    Path heartbeat = directory.resolve("heartbeat");
    DriverWatch watch = new DriverWatch(heartbeat, 10);
    Files.writeString(heartbeat, "1");

    assertThat(watch.isGone(0)).isFalse();
    assertThat(watch.isGone(10)).isFalse();
    Files.writeString(heartbeat, "2");
    assertThat(watch.isGone(11)).isFalse();
    assertThat(watch.isGone(21)).isFalse();
    assertThat(watch.isGone(22)).isTrue();
  }
}
