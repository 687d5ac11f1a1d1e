package org.relunet.api.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundedBytesTest {
  private static final BoundedBytes FOUR = new BoundedBytes(4);

  @TempDir Path directory;

  @Test
  void readsUpToTheMost() throws IOException {
    assertThat(FOUR.read(new ByteArrayInputStream(new byte[4]))).hasSize(4);
    assertThat(FOUR.readText(Files.writeString(directory.resolve("text"), "zoë"))).isEqualTo("zoë");
  }

  @Test
  void refusesOneByteMore() {
    assertThatThrownBy(() -> FOUR.read(new ByteArrayInputStream(new byte[5])))
        .isInstanceOf(TooLargeException.class)
        .hasMessage("it has more than 4 bytes, the most that are read");
  }

  @Test
  void refusesTextThatIsNoUtf8() throws IOException {
    Path file = Files.write(directory.resolve("text"), new byte[] {(byte) 0xe9});
    assertThatThrownBy(() -> FOUR.readText(file)).isInstanceOf(CharacterCodingException.class);
  }
}
