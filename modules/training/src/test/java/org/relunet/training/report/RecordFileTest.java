package org.relunet.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
  @TempDir Path directory;

  /** The head of every event file whose first record has 24 bytes, as TensorFlow writes it. */
  @Test
  void framesARecordAsTensorFlowDoes() throws IOException {
    Path file = directory.resolve("records");
    try (RecordFile records = new RecordFile(file)) {
      records.append(new byte[24]);
    }

    byte[] written = Files.readAllBytes(file);
    assertThat(written).hasSize(8 + 4 + 24 + 4);
    assertThat(HexFormat.of().formatHex(written, 0, 12)).isEqualTo("1800000000000000a37f4b22");
  }

  /** CRC-32C of "123456789" is e3069283, the check value of the algorithm's definition. */
  @Test
  void masksTheChecksum() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    int expected = ((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8;

    assertThat(RecordFile.maskedChecksum(digits, digits.length)).isEqualTo(expected);
  }
}
