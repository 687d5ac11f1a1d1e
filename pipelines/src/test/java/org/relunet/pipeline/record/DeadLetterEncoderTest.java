package org.relunet.pipeline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.relunet.pipeline.input.RecordFormat;
import org.relunet.pipeline.input.RecordLocation;
import org.relunet.pipeline.input.Source;

class DeadLetterEncoderTest {
  private static final Source SOURCE = new Source("in.jsonl", "/in.jsonl", RecordFormat.JSONL);

  @Test
  void aLetterSaysWhereWhatAndWhy() {
    assertThat(encode(4, 10, "{\"täxt\": 😀".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            """
            {"source":"in.jsonl","line":4,"stage":"extract","reason":"because",\
            "record":"{\\"täxt\\": 😀"}
            """);
  }

  @Test
  void bytesThatAreNoUtf8AreKeptInBase64() {
    assertThat(encode(4, 2, new byte[] {(byte) 0xFF, 'a'}))
        .contains("\"recordBase64\":\"/2E=\"")
        .doesNotContain("\"record\":");
  }

  @Test
  void aWholeFileHasNoLine() {
    assertThat(encode(0, 1, new byte[] {'a'})).doesNotContain("\"line\"");
  }

  @Test
  void aRecordThatIsTooLongIsPointedTo() {
    assertThat(encode(4, RecordLocation.MAXIMUM_BYTES + 1, new byte[0]))
        .contains("\"offset\":77,\"length\":67108865}");
  }

  private static String encode(long line, long length, byte[] record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordLocation location = new RecordLocation(SOURCE, line, 77, length);
    new DeadLetterEncoder().encode(new DeadLetter(location, Stage.EXTRACT, "because", record), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
