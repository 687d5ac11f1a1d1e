package org.relunet.model.store.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
  @TempDir Path directory;

  /** The example of FIPS 180-2, appendix B.1. */
  @Test
  void isTheStandardsSha256() {
    assertThat(FileDigest.of("abc"))
        .isEqualTo(
            new FileDigest(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void readsAFileLargerThanTheBuffer() throws IOException {
    String text = "0123456789".repeat(20_000);
    Path file = Files.writeString(directory.resolve("large"), text);

    assertThat(FileDigest.of(file)).isEqualTo(FileDigest.of(text));
    assertThat(FileDigest.of(file).size()).isEqualTo(200_000);
  }

  @Test
  void refusesWhatIsNoSha256() {
    assertThatThrownBy(() -> new FileDigest(1, "ABC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'ABC' is not a SHA-256");
  }
}
