package org.relunet.corpus.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
  @TempDir Path folder;

  @Test
  void hasNameSizeAndDigest() throws IOException {
    // the digest of "abc" is an example of the standard, FIPS 180-4
    assertThat(DataFile.of(Files.writeString(folder.resolve("train.json"), "abc")))
        .isEqualTo(
            new DataFile(
                "train.json",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }
}
